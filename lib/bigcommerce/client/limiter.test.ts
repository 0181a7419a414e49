import { describe, expect, test } from 'vitest';
import { FakeClock, settle } from '../../testing/fake-clock.ts';
import { BigCommerceError } from './errors.ts';
import { type Ending, Limiter, type Permit } from './limiter.ts';
import type { Claim } from './waiting-line.ts';

const answered = (status = 200): Ending => ({ type: 'answered', status, quota: undefined });
const limited = (resetMs: number): Ending => ({
  type: 'answered',
  status: 429,
  quota: { left: 0, quota: 100, windowMs: 30_000, resetMs },
});

function setUp(random = () => 1) {
  const clock = new FakeClock();
  const limiter = new Limiter(clock, random);
  const started: { name: string; permit: Permit; at: number }[] = [];
  const failures = new Map<string, unknown>();
  const start = clock.now();
  const ask = (name: string, claim: Partial<Claim> = {}) => {
    limiter
      .acquire({
        pool: 'segmentation',
        lane: 'interactive',
        priority: 'single',
        deadline: Number.POSITIVE_INFINITY,
        turn: limiter.turn(),
        ...claim,
      })
      .then(
        (permit) => started.push({ name, permit, at: clock.now() - start }),
        (error: unknown) => failures.set(name, error),
      );
  };
  const finish = async (name: string, ending = answered()) => {
    started.find((entry) => entry.name === name)?.permit.release(ending);
    await settle();
  };
  const names = () => started.map(({ name }) => name);
  return { clock, limiter, started, failures, ask, finish, names };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe('in flight', () => {
  test('there are at most ten segmentation requests, and four for customers beside them', async () => {
    const { ask, names, finish } = setUp();
    for (const name of range(12)) ask(name);
    for (const name of range(6)) ask(`c${name}`, { pool: 'customers' });
    await settle();
    expect(names()).toEqual([...range(10), 'c0', 'c1', 'c2', 'c3']);
    await finish('3');
    expect(names().at(-1)).toBe('10');
  });

  test('interactive requests go before background ones, and a retry keeps its turn', async () => {
    const { ask, names, finish } = setUp();
    for (const name of range(10)) ask(name);
    ask('background', { lane: 'background' });
    ask('late', { turn: 100 });
    ask('retry', { turn: 5 });
    await settle();
    for (const name of range(3)) await finish(name);
    expect(names().slice(10)).toEqual(['retry', 'late', 'background']);
  });
});

test('while two fifths of the quota are left, only interactive requests are sent', async () => {
  const { clock, ask, finish, names } = setUp();
  ask('first');
  await settle();
  const quota = { left: 40, quota: 100, windowMs: 30_000, resetMs: 7_000 };
  await finish('first', { type: 'answered', status: 200, quota });
  ask('background', { lane: 'background' });
  ask('screen');
  await clock.advance(6_999);
  expect(names()).toEqual(['first', 'screen']);
  await clock.advance(1);
  expect(names()).toEqual(['first', 'screen', 'background']);
});

describe('priority', () => {
  const start = { priority: 'start' } as const;
  const finish = { priority: 'finish' } as const;

  test('single requests go first, then those that finish a part of bulk work, then those that start one', async () => {
    const { ask, names, finish: end } = setUp();
    for (const name of range(10)) ask(name);
    ask('start 1', start);
    ask('start 2', start);
    ask('finish 1', finish);
    ask('screen');
    ask('finish 2', finish);
    await settle();
    for (const name of range(5)) await end(name);
    const order = ['screen', 'finish 1', 'finish 2', 'start 1', 'start 2'];
    expect(names().slice(10)).toEqual(order);
  });

  test('a signal with a failure as its reason ends the wait with that failure', async () => {
    const { ask, finish: end, failures, names } = setUp();
    const stop = new AbortController();
    for (const name of range(10)) ask(name);
    ask('stopped', { ...start, signal: stop.signal });
    await settle();
    const reason = new BigCommerceError('the segment is gone', { kind: 'not-found' });
    stop.abort(reason);
    ask('too late', { ...start, signal: stop.signal });
    await end('0');
    expect([failures.get('stopped'), failures.get('too late')]).toEqual([reason, reason]);
    expect(failures.get('stopped')).toBe(reason);
    expect(names()).toEqual(range(10));
  });
});

describe('after a 429', () => {
  test('nothing is sent before the reset, then one, then more with every success', async () => {
    const { ask, names, finish, clock, started } = setUp();
    for (const name of range(20)) ask(name);
    await settle();
    await finish('0', limited(5_000));
    for (const name of range(10).slice(1)) await finish(name);
    await clock.advance(4_999);
    expect(names()).toHaveLength(10);
    await clock.advance(1);
    expect(names()).toHaveLength(11);
    expect(started[10]?.at).toBe(5_000);
    await finish('10');
    expect(names()).toHaveLength(13);
    await finish('11');
    await finish('12');
    expect(names()).toHaveLength(17);
  });

  test.each([
    ['without headers', answered(429)],
    ['that says to go on at once', limited(0)],
    ['that says to go on in less than a second', limited(999)],
  ])('%s the wait doubles, from at least a second to at most a minute', async (_, refusal) => {
    for (const [random, waits] of [
      [0, [0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]],
      [1, [0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]],
    ] as const) {
      const { ask, names, finish, clock, started } = setUp(() => random);
      for (const [turn, name] of range(waits.length).entries()) {
        ask(name);
        await settle();
        if (!names().includes(name)) await clock.advanceToNext();
        expect(names()).toHaveLength(turn + 1);
        await finish(name, refusal);
      }
      const times = started.map(({ at }) => at);
      expect(times.map((at, index) => at - (times[index - 1] ?? 0))).toEqual(waits);
    }
  });

  test('requests that it refuses together are not sent again within a second', async () => {
    const { ask, names, finish, clock } = setUp(() => 0);
    for (const name of range(10)) ask(name);
    await settle();
    for (const name of range(10)) {
      await finish(name, limited(0));
      ask(`again ${name}`);
    }
    await clock.advance(999);
    expect(names()).toHaveLength(10);
    await clock.advance(1);
    expect(names()).toHaveLength(11);
  });

  test('several of them at the same time lengthen the wait once', async () => {
    const { ask, finish, limiter } = setUp();
    for (const name of range(10)) ask(name);
    await settle();
    for (const name of range(10)) await finish(name, answered(429));
    expect(limiter.banMs).toBe(2_000);
    expect(limiter.timesLimited).toBe(10);
  });
});

describe('deadlines', () => {
  test('a request that cannot be sent before its deadline fails at once, with the time until a retry', async () => {
    const { ask, finish, failures, clock, names } = setUp();
    for (const name of range(10)) ask(name);
    ask('waiting', { deadline: clock.now() + 30_000 });
    await settle();
    await finish('0', limited(40_000));
    ask('new', { deadline: clock.now() + 30_000 });
    await settle();
    for (const name of ['waiting', 'new']) {
      expect(failures.get(name)).toMatchObject({ kind: 'rate-limited', retryAfterMs: 40_000 });
    }
    expect(names()).toHaveLength(10);
  });

  test('a deadline that passes in the queue ends the wait', async () => {
    const { ask, clock, failures } = setUp();
    for (const name of range(10)) ask(name);
    ask('waiting', { deadline: clock.now() + 30_000 });
    await clock.advance(30_000);
    expect(failures.get('waiting')).toMatchObject({ kind: 'unavailable' });
  });

  test('an abort ends the wait and frees the place in the queue', async () => {
    const { ask, finish, failures, names } = setUp();
    const controller = new AbortController();
    for (const name of range(10)) ask(name);
    ask('aborted', { signal: controller.signal });
    ask('next');
    await settle();
    controller.abort();
    await finish('0');
    expect(failures.get('aborted')).toBeInstanceOf(BigCommerceError);
    expect(names().at(-1)).toBe('next');
  });
});
