import { FRESH_COUNT_MS, QUOTA_WINDOW_SECONDS } from '@/lib/limits/limits.ts';
import type { RememberedCount } from '@/lib/segments/remembered-counts.ts';
import { type ClientFailure, isRefusal } from '../failures/client-failure.ts';

/** How many shoppers a segment has, as far as is known. */
export interface KnownCount {
  total?: number | undefined;
  /** When BigCommerce was asked, by the server's clock, ISO 8601. */
  takenAt?: string | undefined;
  /** Why the last attempt failed; an earlier count stays. */
  failure?: ClientFailure | undefined;
}

/** A count from the API, or why there is none. */
export type CountAnswer = RememberedCount | { id: string; failure: ClientFailure };

/** The counts that a tab has learned in its session, by segment id. All screens share them. */
export interface ShopperCounts {
  known: ReadonlyMap<string, KnownCount>;
  /** When each count becomes stale, in milliseconds of the browser's clock. */
  staleAt: ReadonlyMap<string, number>;
  /** The ids being read, each with whether its segment has changed meanwhile. */
  underWay: ReadonlyMap<string, boolean>;
  /** Why BigCommerce lets the app count nothing. Then only the user has it asked again. */
  refusal: ClientFailure | undefined;
}

export const noCounts: ShopperCounts = {
  known: new Map(),
  staleAt: new Map(),
  underWay: new Map(),
  refusal: undefined,
};

/** The ids whose counts are unread or stale. */
export function staleIds({ staleAt }: ShopperCounts, ids: readonly string[], now = Date.now()) {
  return ids.filter((id) => now >= (staleAt.get(id) ?? 0));
}

/** The ids whose counts are unread or stale and not being read now; none after a refusal. */
export function dueIds(counts: ShopperCounts, ids: readonly string[], now = Date.now()) {
  if (counts.refusal) return [];
  return staleIds(counts, ids, now).filter((id) => !counts.underWay.has(id));
}

export function beginCounting(counts: ShopperCounts, ids: readonly string[]): ShopperCounts {
  const underWay = new Map(counts.underWay);
  for (const id of ids) underWay.set(id, false);
  return { ...counts, underWay };
}

/** @param answeredAt the server's time, ISO 8601 */
export function endCounting(
  counts: ShopperCounts,
  answers: readonly CountAnswer[],
  answeredAt: string,
  now = Date.now(),
): ShopperCounts {
  const known = new Map(counts.known);
  const staleAt = new Map(counts.staleAt);
  const underWay = new Map(counts.underWay);
  for (const { id, ...answer } of answers) {
    known.set(id, 'total' in answer ? answer : { ...known.get(id), ...answer });
    if (!underWay.get(id)) staleAt.set(id, now + staleAfterMs(answer, answeredAt));
    underWay.delete(id);
  }
  return { known, staleAt, underWay, refusal: refusalIn(answers) };
}

/**
 * Takes over counts that the server remembers, where they are newer than the known ones. A count
 * that is outdated or being read is not replaced.
 * @param answeredAt the server's time, ISO 8601
 */
export function learnCounts(
  counts: ShopperCounts,
  remembered: readonly RememberedCount[],
  answeredAt: string,
  now = Date.now(),
): ShopperCounts {
  const newer = remembered.filter(({ id, takenAt }) => {
    const before = counts.known.get(id);
    const isOutdated = before !== undefined && !counts.staleAt.has(id);
    return !isOutdated && !counts.underWay.has(id) && (before?.takenAt ?? '') <= takenAt;
  });
  if (newer.length === 0) return counts;
  return { ...endCounting(counts, newer, answeredAt, now), refusal: counts.refusal };
}

/** Makes counts stale after a change or for a retry: they are read once they are on the screen. */
export function outdateCounts(counts: ShopperCounts, ids: readonly string[]): ShopperCounts {
  const staleAt = new Map(counts.staleAt);
  const underWay = new Map(counts.underWay);
  for (const id of ids) {
    staleAt.delete(id);
    if (underWay.has(id)) underWay.set(id, true);
  }
  return { ...counts, staleAt, underWay };
}

function refusalIn(answers: readonly CountAnswer[]): ClientFailure | undefined {
  const failures = answers.flatMap((answer) => ('failure' in answer ? [answer.failure] : []));
  return failures.find(({ code }) => isRefusal(code));
}

function staleAfterMs(
  answer: Omit<RememberedCount, 'id'> | { failure: ClientFailure },
  answeredAt: string,
): number {
  if ('total' in answer) {
    return FRESH_COUNT_MS - (Date.parse(answeredAt) - Date.parse(answer.takenAt));
  }
  if (isRefusal(answer.failure.code)) return 0;
  if (answer.failure.code !== 'rate-limited') return FRESH_COUNT_MS;
  return 1_000 * (answer.failure.retryAfterSeconds ?? QUOTA_WINDOW_SECONDS);
}
