import { chunks } from './chunks.ts';
import { IN_FLIGHT } from './limiter.ts';

/** Enough to keep as many requests in flight as the limiter allows. */
const WORKERS = IN_FLIGHT.segmentation;

/** The result of a batch: an outcome for each item, or `split` if it has to be sent in parts. */
export type BatchResult<Outcome> =
  | { type: 'done'; outcomes: readonly Outcome[] }
  | { type: 'split'; tooLarge: boolean };

/** The largest batch to send; lowered when BigCommerce refuses one as too large. */
export interface BatchCap {
  get(): number;
  lower(to: number): void;
}

/**
 * Sends all items in batches, several at a time, and gives each item exactly one outcome, in the
 * items' order. A batch that is refused as a whole is halved until each refused item is alone; one
 * that is too large also lowers the cap.
 *
 * @param send must not resolve to `split` for a single item
 */
export async function inBatches<Item, Outcome>(
  items: readonly Item[],
  cap: BatchCap,
  send: (batch: readonly Item[]) => Promise<BatchResult<Outcome>>,
): Promise<Outcome[]> {
  const waiting = [...items.entries()];
  const outcomes: [number, Outcome][] = [];

  async function work(): Promise<void> {
    while (waiting.length > 0) await settle(waiting.splice(0, Math.max(1, cap.get())));
  }

  async function settle(batch: [number, Item][]): Promise<void> {
    const result = await send(batch.map(([, item]) => item));
    if (result.type === 'split') {
      if (batch.length === 1) throw new Error('a single item cannot be split');
      const middle = Math.ceil(batch.length / 2);
      if (result.tooLarge) cap.lower(middle);
      const size = result.tooLarge ? Math.min(middle, cap.get()) : middle;
      await Promise.all(chunks(batch, Math.max(1, size)).map(settle));
      return;
    }
    if (result.outcomes.length !== batch.length) throw new Error('an item has no outcome');
    for (const [at, outcome] of result.outcomes.entries()) {
      outcomes.push([batch[at]?.[0] ?? at, outcome]);
    }
  }

  await Promise.all(Array.from({ length: WORKERS }, work));
  return outcomes.sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
}
