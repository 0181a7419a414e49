import { SEGMENTS_PER_COUNT } from '@/lib/limits/limits.ts';
import type { Sizes } from '@/lib/segments/sort.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { limitWait, mostWaits } from '../jobs/limit-wait.ts';
import type { JobControl } from '../jobs/use-job.ts';
import { outdateCounts, type ShopperCounts, staleIds } from '../segments/known-counts.ts';

/** `missing`: how many segments could not be counted. */
export type CountOfAll =
  | { status: 'counted'; sizes: Sizes; missing: number }
  | { status: 'cancelled' }
  | { status: 'failed'; failure: ClientFailure };

interface Options extends JobControl {
  /** The counts that are known at first. */
  counts: ShopperCounts;
  /** Resolves to all known counts once those of these segments have been read. */
  read: (ids: readonly string[]) => Promise<ShopperCounts>;
  /** Resolves after this many seconds, or as soon as the job is cancelled. */
  wait: (seconds: number) => Promise<void>;
}

/**
 * Counts the shoppers of all segments whose counts are not fresh, `SEGMENTS_PER_COUNT` at a time. It
 * waits for the request limit. Any other failure ends it if no segment of a request could be
 * counted.
 */
export async function countAll(ids: readonly string[], options: Options): Promise<CountOfAll> {
  const { read, wait, isCancelled, onProgress } = options;
  let { counts } = options;
  const failureOf = (id: string) => counts.known.get(id)?.failure;
  counts = outdateCounts(counts, ids.filter(failureOf));
  let waits = 0;
  for (let open = staleIds(counts, ids); open.length > 0; open = staleIds(counts, ids)) {
    if (isCancelled()) return { status: 'cancelled' };
    onProgress(ids.length - open.length);
    const asked = open.slice(0, SEGMENTS_PER_COUNT);
    counts = await read(asked);
    const failures = asked.flatMap((id) => failureOf(id) ?? []);
    const isOver = failures.length === asked.length;
    const limit = failures.find(({ code }) => code === 'rate-limited');
    const failure = limit ?? failures.find(({ code }) => code !== 'not-found');
    waits = limit && isOver ? waits + 1 : 0;
    if (failure && isOver && (!limit || waits > mostWaits)) return { status: 'failed', failure };
    if (limit) {
      await wait(limitWait(limit));
      const limited = asked.filter((id) => failureOf(id)?.code === 'rate-limited');
      counts = outdateCounts(counts, limited);
    }
  }
  const sizes = sizesOf(ids, counts);
  return { status: 'counted', sizes, missing: ids.length - sizes.size };
}

export function sizesOf(ids: readonly string[], { known }: ShopperCounts): Sizes {
  return new Map(
    ids.flatMap((id) => {
      const total = known.get(id)?.total;
      return total === undefined ? [] : [[id, total] as const];
    }),
  );
}
