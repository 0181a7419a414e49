import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '../log.ts';
import { processSingleton } from '../process/process-singleton.ts';
import { countRequest } from '../telemetry/metrics.ts';
import { describeRequest } from '../telemetry/spans.ts';

/** The fields of a request's log line beside its id and duration. */
export interface RequestFacts {
  route: string;
  /** Set where it differs from the answer's status: an action answers 200 even when it fails. */
  status?: number;
  storeHash?: string | undefined;
  /** Why the request was refused. */
  outcome?: string;
}

interface InFlightRequest {
  id: string;
  facts: RequestFacts;
}

const inFlight = processSingleton('request-lines', () => new AsyncLocalStorage<InFlightRequest>());

/** Requests that are too frequent and too uninteresting for a log line. */
const withoutLine = /^\/(_next\/static\/|healthz$|readyz$)/;

export const callbackPath = /^\/(auth|load|uninstall|remove_user)$/;

/**
 * Writes one log line for a request, once it is handled and its answer is sent or given up.
 * The answer's `X-Request-Id` is the id in the line. A route adds its facts with
 * {@link recordRequest}; Next answers some requests without calling a route.
 */
export function withRequestLine(
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  handle: () => Promise<void>,
): Promise<void> {
  const path = url.replace(/\?.*/s, '');
  if (withoutLine.test(path)) return handle();
  const request = { id: randomUUID(), facts: { route: routeOf(path) } };
  response.setHeader('X-Request-Id', request.id);
  const startedAt = performance.now();
  const handling = inFlight.run(request, handle);
  Promise.allSettled([handling, once(response, 'close')]).then(() => {
    const aborted = response.writableFinished ? {} : { aborted: true };
    const facts = { status: response.statusCode, ...request.facts, ...aborted };
    writeLine({ ...facts, requestId: request.id }, startedAt);
  });
  return handling;
}

/** The id of the request in flight. */
export function requestId(): string {
  return inFlight.getStore()?.id ?? randomUUID();
}

/** Records the store early, in case the request is refused before the route records its facts. */
export function noteStore(storeHash: string): void {
  const request = inFlight.getStore();
  if (request) request.facts.storeHash = storeHash;
}

/** Records what the request in flight is about, for its log line, its metric and its trace. */
export function recordRequest(
  context: { id: string; startedAt: number },
  facts: RequestFacts,
): void {
  describeRequest({ ...facts, requestId: context.id });
  const request = inFlight.getStore();
  if (request) Object.assign(request.facts, facts);
  // The development server is Next's own.
  else writeLine({ status: 200, ...facts, requestId: context.id }, context.startedAt);
}

function writeLine(
  line: RequestFacts & { status: number; requestId: string },
  startedAt: number,
): void {
  const entry = { ...line, durationMs: Math.round(performance.now() - startedAt) };
  log[entry.outcome === undefined ? 'info' : 'warn'](entry);
  countRequest(entry);
}

function routeOf(path: string): string {
  if (callbackPath.test(path)) return path;
  return path.startsWith('/api/') ? '/api/…' : 'page';
}
