import 'server-only';
import { z } from 'zod';
import type { Connection } from '../bigcommerce/client/connection.ts';
import type { Lane } from '../bigcommerce/client/waiting-line.ts';
import { FailureError, failureFrom, failureStatus, isOwnFault } from '../failure.ts';
import { connect } from '../installations/connect.ts';
import { log } from '../log.ts';
import { newRequestContext } from '../server/request-context.ts';
import { recordRequest } from '../server/request-line.ts';
import type { Session } from '../sessions/sessions.ts';
import { MAX_BODY_BYTES } from './action-body.ts';
import { assertSameStore, authenticate, bearerToken } from './authenticate.ts';

export interface RouteContext {
  session: Session;
  /** Connects to the session's store. Its requests end when the browser goes away. */
  connect(lane?: Lane): Promise<Connection>;
}

type Params = Record<string, string | string[] | undefined>;

/** The schema of a route with neither parameters in its path nor a query. */
export const noInput = z.strictObject({});

/**
 * Wraps a JSON route handler: session first, then the input from the address, then the work. It
 * writes one log line and answers every failure as `{"error":{code,message,…}}` with its status.
 *
 * Every route accepts the query parameter `store`, the store hash that the caller expects. Any
 * other parameter that is not in the schema is refused, above all a token.
 * @param name for the log and the trace: holds no value of a parameter
 * @param schema of path parameters and query together; all values are texts, as in the address
 */
export function apiRoute<S extends z.ZodType>(
  name: string,
  schema: S,
  handle: (context: RouteContext, input: z.output<S>) => Promise<Response>,
): (request: Request, route: { params: Promise<Params | undefined> }) => Promise<Response> {
  return async (request, route) => {
    const context = newRequestContext();
    let storeHash: string | undefined;
    let response: Response;
    try {
      const session = await authenticate(bearerToken(request.headers));
      storeHash = session.store.hash;
      const { searchParams } = new URL(request.url);
      for (const store of searchParams.getAll('store')) assertSameStore(session, store);
      refuseBody(request.headers);
      // Next passes no parameters to a route whose path has none.
      const params = (await route.params) ?? {};
      const input = readAddress(schema, params, searchParams);
      const options = { requestId: context.id, log, signal: request.signal };
      response = await handle(
        { session, connect: (lane) => connect(session.store, { ...options, lane }) },
        input,
      );
    } catch (error) {
      const failure = failureFrom(error);
      if (isOwnFault(error)) log.error({ err: error, requestId: context.id }, name);
      const headers = new Headers();
      if (failure.retryAfterSeconds) headers.set('Retry-After', String(failure.retryAfterSeconds));
      response = Response.json(
        { error: failure },
        { status: failureStatus[failure.code], headers },
      );
    }
    response.headers.set('Cache-Control', 'private, no-store');
    recordRequest(context, { route: name, status: response.status, storeHash });
    return response;
  };
}

/** A parameter given twice becomes a list, which no schema takes for a text. */
function readAddress<S extends z.ZodType>(
  schema: S,
  params: Params,
  searchParams: URLSearchParams,
): z.output<S> {
  const names = [...new Set(searchParams.keys())].filter((name) => name !== 'store');
  const query = names.map((name) => [name, oneOrMany(searchParams.getAll(name))]);
  const parsed = schema.safeParse({ ...Object.fromEntries(query), ...params });
  const isParam = (name: PropertyKey) => Object.hasOwn(params, name);
  const issues = parsed.error?.issues ?? [];
  if (names.some(isParam) || issues.some(({ code }) => code === 'unrecognized_keys')) {
    throw new FailureError('invalid-input', {
      message: 'The query has parameters this address lacks.',
    });
  }
  if (parsed.success) return parsed.data;
  // A malformed id is answered like an id that does not exist.
  if (issues.some(({ path: [name = ''] }) => isParam(name))) throw new FailureError('not-found');
  throw new FailureError('invalid-input', { message: 'The query is not valid.' });
}

function oneOrMany(values: string[]): string | string[] | undefined {
  return values.length === 1 ? values[0] : values;
}

/** No route reads a body, so a request with one is a mistake of its caller. */
function refuseBody(headers: Headers): void {
  const length = Number(headers.get('content-length') ?? 0);
  if (length > MAX_BODY_BYTES) throw new FailureError('too-large');
  if (length > 0 || headers.has('transfer-encoding')) {
    throw new FailureError('invalid-input', { message: 'The request has a body.' });
  }
}
