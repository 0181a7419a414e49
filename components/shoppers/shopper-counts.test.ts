import { expect, test, vi } from 'vitest';
import { ShopperCounts } from './shopper-counts.ts';

const takenAt = '2026-01-01T00:00:00Z';
const minute = 60_000;
const failure = { code: 'unavailable' } as const;

function counted(): ShopperCounts {
  const counts = new ShopperCounts();
  counts.begin(['a', 'b']);
  counts.end(
    [
      { id: 'a', total: 3 },
      { id: 'b', failure },
    ],
    takenAt,
    0,
  );
  return counts;
}

test('what is known is asked for again only after some minutes', () => {
  const counts = counted();
  expect(counts.known.get('a')).toEqual({ total: 3, takenAt });
  expect(counts.due(['a', 'b', 'c'], 4 * minute)).toEqual(['c']);
  expect(counts.due(['a', 'b', 'c'], 5 * minute)).toEqual(['a', 'b', 'c']);
});

test('a request limit is over sooner', () => {
  const counts = new ShopperCounts();
  counts.end([{ id: 'a', failure: { code: 'rate-limited', retryAfterSeconds: 7 } }], takenAt, 0);
  expect(counts.due(['a'], 6_000)).toEqual([]);
  expect(counts.due(['a'], 7_000)).toEqual(['a']);
});

test('nothing is read twice at a time', () => {
  const counts = new ShopperCounts();
  counts.begin(['a']);
  expect(counts.due(['a', 'b'])).toEqual(['b']);
  expect(counts.stale(['a', 'b'])).toEqual(['a', 'b']);
});

test('a change makes a count due, also one that is being read', () => {
  const counts = counted();
  counts.outdate(['a']);
  expect(counts.due(['a', 'b'], 0)).toEqual(['a']);
  counts.begin(['a']);
  counts.outdate(['a']);
  counts.end([{ id: 'a', total: 3 }], takenAt, 0);
  expect(counts.due(['a'], 0)).toEqual(['a']);
});

test('a failure keeps what was counted before, and the next count forgets the failure', () => {
  const counts = counted();
  expect(counts.known.get('b')).toEqual({ failure });
  counts.begin(['a']);
  counts.end([{ id: 'a', failure }], '2026-01-01T00:09:00Z', 9 * minute);
  expect(counts.known.get('a')).toEqual({ total: 3, takenAt, failure });
  counts.end([{ id: 'a', total: 4 }], takenAt);
  expect(counts.known.get('a')).toEqual({ total: 4, takenAt });
});

test('listeners hear of news until they stop listening', () => {
  const counts = counted();
  const listener = vi.fn();
  const stop = counts.subscribe(listener);
  const before = counts.known;
  counts.end([{ id: 'a', total: 4 }], takenAt);
  counts.outdate(['b']);
  expect(listener).toHaveBeenCalledTimes(2);
  expect(before.get('a')?.total).toBe(3);
  stop();
  counts.outdate(['a']);
  expect(listener).toHaveBeenCalledTimes(2);
});
