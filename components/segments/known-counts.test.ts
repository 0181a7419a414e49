import { expect, test } from 'vitest';
import {
  beginCounting,
  dueIds,
  endCounting,
  learnCounts,
  noCounts,
  outdateCounts,
  type ShopperCounts,
  staleIds,
} from './known-counts.ts';

const takenAt = '2026-01-01T00:00:00Z';
const minute = 60_000;
const failure = { code: 'unavailable' } as const;

function counted(): ShopperCounts {
  const answers = [
    { id: 'a', total: 3, takenAt },
    { id: 'b', failure },
  ];
  return endCounting(beginCounting(noCounts, ['a', 'b']), answers, takenAt, 0);
}

test('a count is read again only after a quarter of an hour', () => {
  const counts = counted();
  expect(counts.known.get('a')).toEqual({ total: 3, takenAt });
  expect(dueIds(counts, ['a', 'b', 'c'], 14 * minute)).toEqual(['c']);
  expect(dueIds(counts, ['a', 'b', 'c'], 15 * minute)).toEqual(['a', 'b', 'c']);
});

test('a count that the request limit refused is read again once the limit is over', () => {
  const limited = { code: 'rate-limited', retryAfterSeconds: 7 } as const;
  const counts = endCounting(noCounts, [{ id: 'a', failure: limited }], takenAt, 0);
  expect(dueIds(counts, ['a'], 6_000)).toEqual([]);
  expect(dueIds(counts, ['a'], 7_000)).toEqual(['a']);
});

test('after a refusal nothing is read until a count has succeeded again', () => {
  const refusal = { code: 'not-permitted' } as const;
  const refused = endCounting(counted(), [{ id: 'b', failure: refusal }], takenAt, 0);
  expect(refused.refusal).toEqual(refusal);
  expect(dueIds(refused, ['a', 'b', 'c'], 60 * minute)).toEqual([]);
  const learned = learnCounts(refused, [{ id: 'c', total: 2, takenAt }], takenAt, 0);
  expect(dueIds(learned, ['a', 'b', 'c'], 60 * minute)).toEqual([]);
  const again = endCounting(learned, [{ id: 'd', total: 2, takenAt }], takenAt, 0);
  expect(dueIds(again, ['a', 'b', 'c', 'd'], 0)).toEqual(['b']);
});

test('a count that is being read is not read a second time', () => {
  const counts = beginCounting(noCounts, ['a']);
  expect(dueIds(counts, ['a', 'b'])).toEqual(['b']);
  expect(staleIds(counts, ['a', 'b'])).toEqual(['a', 'b']);
});

test('a change makes a count due, even one that is being read', () => {
  const outdated = outdateCounts(counted(), ['a']);
  expect(dueIds(outdated, ['a', 'b'], 0)).toEqual(['a']);
  const reading = outdateCounts(beginCounting(outdated, ['a']), ['a']);
  expect(
    dueIds(endCounting(reading, [{ id: 'a', total: 3, takenAt }], takenAt, 0), ['a'], 0),
  ).toEqual(['a']);
});

test('a failure keeps what was counted before, and the next count forgets the failure', () => {
  expect(counted().known.get('b')).toEqual({ failure });
  const failed = endCounting(counted(), [{ id: 'a', failure }], '2026-01-01T00:09:00Z');
  expect(failed.known.get('a')).toEqual({ total: 3, takenAt, failure });
  const again = endCounting(failed, [{ id: 'a', total: 4, takenAt }], takenAt);
  expect(again.known.get('a')).toEqual({ total: 4, takenAt });
});

test('a count taken for somebody else is good for the rest of its quarter of an hour', () => {
  const taken = { id: 'a', total: 3, takenAt: '2026-01-01T00:00:00Z' };
  const counts = learnCounts(noCounts, [taken], '2026-01-01T00:10:00Z', 0);
  expect(counts.known.get('a')).toMatchObject({ total: 3 });
  expect(dueIds(counts, ['a'], 4 * minute)).toEqual([]);
  expect(dueIds(counts, ['a'], 5 * minute)).toEqual(['a']);
});

test('a remembered count replaces neither a newer one nor one that is outdated or being read', () => {
  const remembered = [{ id: 'a', total: 9, takenAt }];
  const answeredAt = '2026-01-01T00:01:00Z';
  const newer = { id: 'a', total: 4, takenAt: answeredAt };
  for (const [counts, total] of [
    [endCounting(noCounts, [newer], answeredAt, 0), 4],
    [outdateCounts(counted(), ['a']), 3],
    [beginCounting(counted(), ['a']), 3],
    [counted(), 9],
  ] as const) {
    expect(learnCounts(counts, remembered, answeredAt, 0).known.get('a')).toMatchObject({ total });
  }
});
