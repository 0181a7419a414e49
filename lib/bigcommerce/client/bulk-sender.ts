import 'server-only';
import type { BatchResult } from './batches.ts';
import type { Connection } from './connection.ts';
import { endsAction } from './ends-action.ts';
import { BigCommerceError } from './errors.ts';
import { failed, type NotDone } from './not-done.ts';

/** What the sender needs to know of a write. */
export interface Sendable<Item, Done> {
  /** Whether sending an item again, after it was carried out, changes nothing. */
  idempotent: boolean;
  /** Sends one request. The result is undefined for an item that the answer leaves out. */
  send(batch: readonly Item[]): Promise<readonly (Done | undefined)[]>;
}

/**
 * What the answer shows about an item. An item whose outcome is unknown may be sent again in a batch
 * of up to `resendUpTo` items if the store does not hold it.
 */
export type Step<Done> =
  | { type: 'settled'; outcome: Done | NotDone }
  | { type: 'unknown'; error: BigCommerceError; resendUpTo: number };

/** Statuses of refusals. One item can cause them, or the size of the batch. */
const REFUSALS = [400, 404, 409, 413, 414, 422];

/** Sends batches, until a failure that all further ones would meet as well. */
export class BulkSender<Item, Done> {
  readonly #connection: Connection;
  readonly #write: Sendable<Item, Done>;
  #halt: BigCommerceError | undefined;

  constructor(connection: Connection, write: Sendable<Item, Done>) {
    this.#connection = connection;
    this.#write = write;
  }

  async send(batch: readonly Item[]): Promise<BatchResult<Step<Done>>> {
    if (this.#halt !== undefined) return each(batch, failedStep(this.#halt));
    try {
      const answers = await this.#write.send(batch);
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

  #react(error: BigCommerceError, batch: readonly Item[]): BatchResult<Step<Done>> {
    const { status = 0, kind } = error;
    const half = Math.floor(batch.length / 2);
    if (endsAction(this.#connection, error)) this.#halt = error.asNotDone();
    // After such an answer, an item that the store does not hold may be sent again.
    const isAnswered = status === 207 || REFUSALS.includes(status);
    if (error.outcomeUnknown) return each(batch, unknownStep(error, isAnswered ? half : 0));
    if (half === 0 || !REFUSALS.includes(status)) return each(batch, failedStep(error));
    if (error.nothingDone || this.#write.idempotent) {
      return { type: 'split', tooLarge: kind === 'too-large' };
    }
    // BigCommerce does not document whether a refused batch is refused as a whole.
    return each(batch, unknownStep(error.asUnknown(), half));
  }
}

function each<Item, Done>(batch: readonly Item[], step: Step<Done>): BatchResult<Step<Done>> {
  return { type: 'done', outcomes: batch.map(() => step) };
}

function settled<Done>(outcome: Done): Step<Done> {
  return { type: 'settled', outcome };
}

function failedStep(error: BigCommerceError): Step<never> {
  return settled(failed(error));
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
