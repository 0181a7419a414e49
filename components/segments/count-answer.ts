import { isRecord } from '@/lib/json/is-record.ts';
import type { RememberedCount } from '@/lib/segments/remembered-counts.ts';
import { isFailureCode } from '../failures/client-failure.ts';
import type { CountAnswer } from './known-counts.ts';

export interface CountAnswers {
  answers: readonly CountAnswer[];
  /** The server's time of the answer, ISO 8601. */
  now: string;
}

/** Counts that were taken before, for anybody of the store. */
export interface RememberedCounts {
  counts: readonly RememberedCount[];
  /** The server's time of the answer, ISO 8601. */
  now: string;
}

/** Parses the answer of `GET /api/shopper-counts`; undefined if it is unexpected. */
export function countsIn(body: unknown): CountAnswers | undefined {
  if (!isRecord(body) || !Array.isArray(body.data) || !isRecord(body.meta)) return undefined;
  const { now } = body.meta;
  if (typeof now !== 'string' || !body.data.every(isAnswer)) return undefined;
  return { answers: body.data, now };
}

/** Parses the counts beside the list of segments; undefined if they are unexpected. */
export function rememberedCountsIn(meta: Record<string, unknown>): RememberedCounts | undefined {
  const { counts, now } = meta;
  if (typeof now !== 'string' || !Array.isArray(counts) || !counts.every(isCount)) return undefined;
  return { counts, now };
}

function isAnswer(value: unknown): value is CountAnswer {
  if (!isRecord(value) || typeof value.id !== 'string') return false;
  return isCount(value) || (isRecord(value.failure) && isFailureCode(value.failure.code));
}

function isCount(value: unknown): value is RememberedCount {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.total === 'number' &&
    typeof value.takenAt === 'string'
  );
}
