import 'server-only';
import { pause } from '../../process/clock.ts';
import { type BatchCap, type BatchResult, inBatches } from './batches.ts';
import type { Connection } from './connection.ts';
import { BigCommerceError } from './errors.ts';

export type NotDone = { status: 'failed' | 'unknown'; error: BigCommerceError };

/** An item for which the answer does not show whether it was written. */
interface Unknown<Item> {
  item: Item;
  error: BigCommerceError;
}

export interface BulkWrite<Item, Done> {
  items: readonly Item[];
  cap: BatchCap;
  /** Whether sending an item again, after it was carried out, changes nothing. */
  idempotent: boolean;
  /** Sends one request. The result is undefined for an item that the answer leaves out. */
  send(batch: readonly Item[]): Promise<readonly (Done | undefined)[]>;
  /** Reads what the store holds. The result is undefined for an item that was not carried out. */
  readBack(unknown: readonly Unknown<Item>[]): Promise<readonly (Done | NotDone | undefined)[]>;
}

/** An item and its outcome. */
export interface Result<Item, Done> {
  item: Item;
  outcome: Done | NotDone;
}

interface Open<Item> {
  item: Item;
  index: number;
}

type Step<Done> =
  | { type: 'settled'; outcome: Done | NotDone }
  | { type: 'unknown'; error: BigCommerceError; resendUpTo: number };

/** Statuses of refusals that one item or the size of the batch can cause. */
const REFUSALS = [400, 404, 409, 413, 414, 422];
/** The statuses among them that the size does not cause. */
const LOOKED_UP = [400, 404, 409, 422];

/**
 * Carries out a write for many items and reports an outcome for each, in the items' order. An item
 * whose outcome is unknown is looked up in the store. It is sent again only if both an answer and
 * the store show that it was not carried out.
 */
export async function writeInBulk<Item, Done extends object>(
  connection: Connection,
  write: BulkWrite<Item, Done>,
): Promise<Result<Item, Done>[]> {
  const results = new Map<number, Result<Item, Done>>();
  const sender = new Sender(connection, write);
  let open = write.items.map((item, index): Open<Item> => ({ item, index }));
  let largest = Number.POSITIVE_INFINITY;
  while (open.length > 0) {
    const steps = await inBatches(open, atMost(largest, write.cap), (batch) => sender.send(batch));
    const unknown: (Open<Item> & Unknown<Item> & { resendUpTo: number })[] = [];
    for (const [at, { item, index }] of open.entries()) {
      const step = steps[at];
      if (step?.type === 'settled') results.set(index, { item, outcome: step.outcome });
      else if (step !== undefined) unknown.push({ item, index, ...step });
    }
    const findings = await lookUp(connection, write, unknown);
    const again = [];
    for (const [at, one] of unknown.entries()) {
      const { item, index, error, resendUpTo } = one;
      const outcome = findings[at] ?? absent(error);
      if (findings[at] === undefined && resendUpTo > 0) again.push(one);
      else results.set(index, { item, outcome });
    }
    largest = Math.max(1, ...again.map(({ resendUpTo }) => resendUpTo));
    open = again;
  }
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

class Sender<Item, Done> {
  readonly #connection: Connection;
  readonly #write: BulkWrite<Item, Done>;
  #halt: BigCommerceError | undefined;

  constructor(connection: Connection, write: BulkWrite<Item, Done>) {
    this.#connection = connection;
    this.#write = write;
  }

  async send(batch: readonly Open<Item>[]): Promise<BatchResult<Step<Done>>> {
    if (this.#halt !== undefined) return each(batch, failed(this.#halt));
    try {
      const answers = await this.#write.send(batch.map(({ item }) => item));
      const outcomes = batch.map((_, at) => {
        const answer = answers[at];
        return answer === undefined ? leftOut : settled(answer);
      });
      return { type: 'done', outcomes };
    } catch (error) {
      if (!(error instanceof BigCommerceError)) throw error;
      return this.#react(error, batch);
    }
  }

  #react(error: BigCommerceError, batch: readonly Open<Item>[]): BatchResult<Step<Done>> {
    const { status = 0, kind } = error;
    const half = Math.floor(batch.length / 2);
    if (endsAction(this.#connection, error)) this.#halt = error.asNotDone();
    // After such an answer, an item that the store does not hold may be sent again.
    const isAnswered = status === 207 || REFUSALS.includes(status);
    if (error.outcomeUnknown) return each(batch, unknownStep(error, isAnswered ? half : 0));
    if (half === 0 || !REFUSALS.includes(status)) return each(batch, failed(error));
    if (error.nothingDone || this.#write.idempotent) {
      return { type: 'split', tooLarge: kind === 'too-large' };
    }
    // BigCommerce does not document whether a refused batch is refused as a whole.
    return each(batch, unknownStep(error.asUnknown(), half));
  }
}

/** Whether every further request of the action would meet this failure as well. */
export function endsAction({ signal, store, deadline }: Connection, { kind }: BigCommerceError) {
  return (
    kind === 'unauthorized' ||
    kind === 'forbidden' ||
    kind === 'rate-limited' ||
    signal?.aborted === true ||
    store.clock.now() >= deadline
  );
}

/**
 * Rethrows a refusal as an unknown outcome, so that the items are looked up in the store. If items
 * are refused because of what the store holds (a member is already in, a customer is gone), this
 * takes fewer requests than halving the batch until each refused item is alone.
 */
export function lookUpRefusal(error: unknown): never {
  const isRefusal = error instanceof BigCommerceError && LOOKED_UP.includes(error.status ?? 0);
  throw isRefusal ? error.asUnknown() : error;
}

async function lookUp<Item, Done>(
  connection: Connection,
  write: BulkWrite<Item, Done>,
  unknown: readonly Unknown<Item>[],
): Promise<readonly (Done | NotDone | undefined)[]> {
  if (unknown.length === 0) return [];
  try {
    if (unknown.some(({ error }) => isUnanswered(error))) {
      await pause(connection.store.clock, connection.timing.landing, connection.signal);
    }
    return await write.readBack(unknown);
  } catch (error) {
    if (!(error instanceof BigCommerceError)) throw error;
    return unknown.map(({ error }): NotDone => ({ status: 'unknown', error }));
  }
}

/** Without an answer, or with one from a gateway, the store may still be at work on the write. */
function isUnanswered({ status }: BigCommerceError): boolean {
  return status === undefined || status === 502 || status === 504;
}

function atMost(limit: number, cap: BatchCap): BatchCap {
  return { get: () => Math.min(limit, cap.get()), lower: (to) => cap.lower(to) };
}

function each<Item, Done>(batch: readonly Item[], step: Step<Done>): BatchResult<Step<Done>> {
  return { type: 'done', outcomes: batch.map(() => step) };
}

function settled<Done>(outcome: Done): Step<Done> {
  return { type: 'settled', outcome };
}

function failed(error: BigCommerceError): Step<never> {
  return settled(notDone(error));
}

/** The outcome of an item that is not found in the store. */
function absent(error: BigCommerceError): NotDone {
  return error.mayStillLand ? { status: 'unknown', error } : notDone(error);
}

function notDone(error: BigCommerceError): NotDone {
  return { status: 'failed', error: error.asNotDone() };
}

function unknownStep(error: BigCommerceError, resendUpTo: number): Step<never> {
  return { type: 'unknown', error, resendUpTo };
}

const leftOut = unknownStep(
  new BigCommerceError('the answer leaves an item out', {
    kind: 'unexpected',
    outcomeUnknown: true,
    status: 200,
  }),
  0,
);
