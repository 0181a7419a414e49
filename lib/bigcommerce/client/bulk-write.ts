import 'server-only';
import { type BatchCap, inBatches } from './batches.ts';
import { BulkSender, type Sendable } from './bulk-sender.ts';
import type { Connection } from './connection.ts';
import { lookUp, outcomeOfAbsent, type ReadBack, type Unknown } from './look-up.ts';
import type { NotDone } from './not-done.ts';

export interface BulkWrite<Item, Done> extends Sendable<Item, Done> {
  items: readonly Item[];
  cap: BatchCap;
  readBack: ReadBack<Item, Done>;
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
  const sender = new BulkSender(connection, write);
  let open = write.items.map((item, index): Open<Item> => ({ item, index }));
  let largest = Number.POSITIVE_INFINITY;
  while (open.length > 0) {
    const steps = await inBatches(open, atMost(largest, write.cap), (batch) =>
      sender.send(batch.map(({ item }) => item)),
    );
    const unknown: (Open<Item> & Unknown<Item> & { resendUpTo: number })[] = [];
    for (const [at, { item, index }] of open.entries()) {
      const step = steps[at];
      if (step?.type === 'settled') results.set(index, { item, outcome: step.outcome });
      else if (step !== undefined) unknown.push({ item, index, ...step });
    }
    const findings = await lookUp(connection, write.readBack, unknown);
    const again = [];
    for (const [at, one] of unknown.entries()) {
      const { item, index, error, resendUpTo } = one;
      const outcome = findings[at] ?? outcomeOfAbsent(error);
      if (findings[at] === undefined && resendUpTo > 0) again.push(one);
      else results.set(index, { item, outcome });
    }
    largest = Math.max(1, ...again.map(({ resendUpTo }) => resendUpTo));
    open = again;
  }
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

function atMost(limit: number, cap: BatchCap): BatchCap {
  return { get: () => Math.min(limit, cap.get()), lower: (to) => cap.lower(to) };
}
