import 'server-only';
import { pause } from '../../process/clock.ts';
import type { Answer } from './answer.ts';
import type { Connection, RequestLogEntry } from './connection.ts';
import { BigCommerceError } from './errors.ts';
import { type Call, type Exchange, exchange } from './exchange.ts';
import type { Ending, Permit } from './limiter.ts';
import { readQuota } from './quota.ts';
import { recordCall } from './record-call.ts';
import { isReadable, judge, type Verdict } from './verdict.ts';
import type { Claim, Pool, Priority } from './waiting-line.ts';

/** How a request waits until it may be sent. */
export interface Waiting {
  priority: Priority;
  /** On the store's clock: a request that can't be sent by then fails. */
  sendBy: number;
  /**
   * Aborting it ends the wait, but no request that has been sent. Its reason is a BigCommerceError.
   * A 401 or 403 aborts it, before another request is sent in place of the refused one.
   */
  stop: AbortController;
}

export interface Sending extends Call {
  /** The path with placeholders and without query, for the log. */
  route: string;
  pool: Pool;
  /**
   * By default the priority is `single`, and the request may wait until the connection's deadline.
   */
  waiting?: Waiting | undefined;
}

const ATTEMPTS = 4;
/** Background work outlasts other apps that use up one quota window after another. */
const BACKGROUND_ATTEMPTS_WHEN_LIMITED = 20;
const LONGEST_RETRY_MS = 8_000;
/** The least `retryAfterMs` of a request that was refused with 429. */
const SHORTEST_RETRY_AFTER_MS = 1_000;
/** A timer may go off this much early. */
const TIMER_PRECISION_MS = 2;

/**
 * Sends a request as soon as the limiter allows, and again after a temporary failure: GET and
 * DELETE (always by id) after any, POST and PUT only if it is certain that they were not carried
 * out.
 * @throws {BigCommerceError}
 */
export async function send(
  connection: Connection,
  sending: Sending,
  signal = connection.signal,
): Promise<Answer> {
  const progress = { attempt: 1, mayHaveHappened: false, mayStillHappen: false };
  try {
    return await repeat(connection, sending, signal, progress);
  } catch (error) {
    if (error instanceof BigCommerceError && progress.mayHaveHappened) {
      throw error.asUnknown(progress.mayStillHappen);
    }
    throw error;
  }
}

interface Progress {
  attempt: number;
  /** Whether this attempt, or one before, may have been carried out. */
  mayHaveHappened: boolean;
  mayStillHappen: boolean;
}

async function repeat(
  connection: Connection,
  sending: Sending,
  signal: AbortSignal | undefined,
  progress: Progress,
): Promise<Answer> {
  const { store, lane, deadline, timing } = connection;
  const claim = claimOf(connection, sending, signal);
  for (; ; progress.attempt += 1) {
    const permit = await store.limiter.acquire(claim);
    const verdict = await attemptOnce(connection, sending, signal, permit, progress.attempt);
    if (verdict.type === 'success') return verdict.answer;
    const { error } = verdict;
    if (error.status === 401) await connection.onUnauthorized?.();
    progress.mayHaveHappened ||= error.outcomeUnknown;
    progress.mayStillHappen ||= error.mayStillHappen;
    const isLimited = error.kind === 'rate-limited';
    const attempts =
      isLimited && lane === 'background' ? BACKGROUND_ATTEMPTS_WHEN_LIMITED : ATTEMPTS;
    if (!verdict.repeat || progress.attempt >= attempts) throw withRetryTime(error, connection);
    // After a 429 the limiter decides when to go on.
    if (isLimited) continue;
    const bound = Math.min(LONGEST_RETRY_MS, timing.retry * 2 ** progress.attempt);
    const wait = store.random() * bound;
    if (store.clock.now() + wait + TIMER_PRECISION_MS >= deadline) throw error;
    await pause(store.clock, wait, signal);
  }
}

function claimOf(
  { store, lane, deadline }: Connection,
  { pool, waiting }: Sending,
  signal: AbortSignal | undefined,
): Claim {
  const claim = { pool, lane, turn: store.limiter.turn() };
  if (waiting === undefined) return { ...claim, priority: 'single', deadline, signal };
  const { priority, sendBy, stop } = waiting;
  return {
    ...claim,
    priority,
    deadline: Math.min(deadline, sendBy),
    signal: signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]),
  };
}

async function attemptOnce(
  connection: Connection,
  sending: Sending,
  signal: AbortSignal | undefined,
  permit: Permit,
  attempt: number,
): Promise<Verdict> {
  const { store, deadline, timing } = connection;
  const startedAt = store.clock.now();
  const timeoutMs = Math.min(timing.request, deadline - startedAt);
  let result: Exchange | undefined;
  try {
    result = await exchange(connection, sending, timeoutMs, signal);
    const verdict = judge(sending.method, result);
    if (verdict.type === 'failure' && isDenial(verdict.error)) {
      sending.waiting?.stop.abort(verdict.error);
    }
    return verdict;
  } finally {
    permit.release(endingOf(result));
    if (result !== undefined) {
      const entry: RequestLogEntry = {
        storeHash: connection.storeHash,
        requestId: connection.requestId,
        method: sending.method,
        route: sending.route,
        ...outcomeOf(result, sending),
        durationMs: Math.round(store.clock.now() - startedAt),
        attempt,
        waitedMs: Math.round(permit.waitedMs),
        quotaLeft: store.limiter.quotaLeft,
        timesLimited: store.limiter.timesLimited,
      };
      connection.log?.(entry);
      recordCall(entry, startedAt);
    }
  }
}

/** The token or its scopes are at fault, so every other request would be denied as well. */
function isDenial({ kind }: BigCommerceError): boolean {
  return kind === 'unauthorized' || kind === 'forbidden';
}

/** Without a result, the request was refused before a socket opened. */
function endingOf(result: Exchange | undefined): Ending {
  if (result === undefined || result.type === 'refused') return { type: 'refused' };
  if (result.type !== 'answered') return { type: 'unanswered' };
  return { type: 'answered', status: result.answer.status, quota: readQuota(result.answer) };
}

function outcomeOf(
  result: Exchange,
  { method }: Sending,
): Pick<RequestLogEntry, 'status' | 'failure'> {
  if (result.type !== 'answered') return { status: undefined, failure: result.type };
  const { status } = result.answer;
  const isUnreadable = status < 300 && !isReadable(result.answer, method);
  return { status, failure: isUnreadable ? 'unreadable' : undefined };
}

function withRetryTime(error: BigCommerceError, { store }: Connection): BigCommerceError {
  if (error.kind !== 'rate-limited') return error;
  const retryAfterMs = Math.max(SHORTEST_RETRY_AFTER_MS, Math.ceil(store.limiter.banMs));
  return new BigCommerceError(error.message, { ...error, retryAfterMs });
}
