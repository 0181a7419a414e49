import { isRecord } from '@/lib/json/is-record.ts';
import { isFailureCode } from '../failures/client-failure.ts';
import type { CountAnswer } from './known-counts.ts';

export interface CountAnswers {
  answers: readonly CountAnswer[];
  /** ISO 8601. */
  takenAt: string;
}

/** Parses the answer of `GET /api/shopper-counts`; undefined if it is unexpected. */
export function countsIn(body: unknown): CountAnswers | undefined {
  if (!isRecord(body) || !Array.isArray(body.data) || !isRecord(body.meta)) return undefined;
  const { takenAt } = body.meta;
  if (typeof takenAt !== 'string' || !body.data.every(isAnswer)) return undefined;
  return { answers: body.data, takenAt };
}

function isAnswer(value: unknown): value is CountAnswer {
  if (!isRecord(value) || typeof value.id !== 'string') return false;
  return (
    typeof value.total === 'number' ||
    (isRecord(value.failure) && isFailureCode(value.failure.code))
  );
}
