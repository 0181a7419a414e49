import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, WaitingLine } from './waiting-line.ts';

const deadline = Number.POSITIVE_INFINITY;
const claim = (turn: number, rest: Partial<Claim> = {}): Claim => ({
  pool: 'segmentation',
  lane: 'interactive',
  priority: 'single',
  deadline,
  turn,
  ...rest,
});
const anywhere = () => true;

function takeAll(line: WaitingLine<Claim>, maySend: (claim: Claim) => boolean = anywhere) {
  const taken: Claim[] = [];
  for (let next = line.take(maySend); next !== undefined; next = line.take(maySend)) {
    taken.push(next);
  }
  return taken;
}

test('requests leave in the order they came, and a retry keeps its place', () => {
  const line = new WaitingLine<Claim>();
  for (const turn of [3, 5, 4]) line.add(claim(turn));
  expect(takeAll(line).map(({ turn }) => turn)).toEqual([3, 4, 5]);
});

test('pools without room are passed over', () => {
  const line = new WaitingLine<Claim>();
  line.add(claim(1));
  line.add(claim(2, { pool: 'customers' }));
  expect(takeAll(line, ({ pool }) => pool === 'customers').map(({ turn }) => turn)).toEqual([2]);
  expect(line.size).toBe(1);
});

describe('starving', () => {
  test('a request that starts bulk work is overtaken four times at most', () => {
    const line = new WaitingLine<Claim>();
    line.add(claim(0, { priority: 'start' }));
    line.add(claim(1, { priority: 'start' }));
    for (let turn = 2; turn < 12; turn += 1) line.add(claim(turn));
    const turns = takeAll(line).map(({ turn }) => turn);
    expect(turns).toEqual([2, 3, 4, 5, 0, 6, 7, 8, 9, 1, 10, 11]);
  });

  test('requests of another pool, which has room at other times, do not change that', () => {
    const line = new WaitingLine<Claim>();
    line.add(claim(0, { priority: 'start' }));
    for (let turn = 1; turn < 10; turn += 1) line.add(claim(turn));
    for (let turn = 10; turn < 20; turn += 1) line.add(claim(turn, { pool: 'customers' }));
    const turns: (number | undefined)[] = [];
    for (let round = 0; round < 5; round += 1) {
      turns.push(line.take(({ pool }) => pool === 'segmentation')?.turn);
      line.take(({ pool }) => pool === 'customers');
    }
    expect(turns).toEqual([1, 2, 3, 4, 0]);
  });
});

const claims = fc.array(
  fc.record({
    pool: fc.constantFrom('segmentation', 'customers', 'other'),
    lane: fc.constantFrom('interactive', 'background'),
    priority: fc.constantFrom('single', 'finish', 'start'),
  }),
  { maxLength: 80 },
);

test('each request leaves once, in its order, and is overtaken a bounded number of times', () => {
  const property = fc.property(claims, (given) => {
    const line = new WaitingLine<Claim>();
    const all = given.map((rest, turn) => claim(turn, rest));
    for (const each of all) line.add(each);
    const taken = takeAll(line);
    expect(taken.toSorted((a, b) => a.turn - b.turn)).toEqual(all);
    const interactive = taken.filter(({ lane }) => lane === 'interactive');
    expect(taken.slice(0, interactive.length)).toEqual(interactive);
    for (const [at, each] of taken.entries()) {
      const before = taken.slice(0, at);
      const alike = before.filter(
        ({ pool, lane, priority }) =>
          pool === each.pool && lane === each.lane && priority === each.priority,
      );
      expect(alike.every(({ turn }) => turn < each.turn)).toBe(true);
      const laneMates = before.filter(({ lane }) => lane === each.lane);
      const younger = laneMates.filter(({ turn }) => turn > each.turn).length;
      const older = laneMates.length - younger;
      expect(younger).toBeLessThanOrEqual(4 * (older + 1));
    }
  });
  fc.assert(property, { numRuns: 300 });
});
