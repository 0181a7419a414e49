import { expect, test } from 'vitest';
import { FakeClock, settle } from '../testing/fake-clock.ts';
import { startSweeper } from './sweeper.ts';

const interval = 5 * 60_000;

function unexpected(error: unknown): never {
  throw error;
}

test('row 12: the first sweep runs at once, and each other an interval after the end of the one before', async () => {
  const clock = new FakeClock();
  let sweeps = 0;
  let end = () => {};
  const sweeper = startSweeper(
    () => {
      sweeps += 1;
      return new Promise((resolve) => {
        end = resolve;
      });
    },
    unexpected,
    clock,
  );
  await clock.advance(10 * interval);
  expect(sweeps).toBe(1);
  end();
  await clock.advance(interval - 1);
  expect(sweeps).toBe(1);
  await clock.advance(1);
  expect(sweeps).toBe(2);
  end();
  await sweeper.stop();
});

test('row 12: a sweep that fails is reported, and the next one runs', async () => {
  const clock = new FakeClock();
  const errors: unknown[] = [];
  const sweeper = startSweeper(
    () => Promise.reject(new Error('down')),
    errors.push.bind(errors),
    clock,
  );
  await clock.advance(interval);
  expect(errors).toHaveLength(2);
  await sweeper.stop();
});

test('row 12: stopping ends the running sweep, waits for it and leaves no timer', async () => {
  const clock = new FakeClock();
  let ended = false;
  const sweeper = startSweeper(
    async (signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await settle();
      ended = true;
    },
    unexpected,
    clock,
  );
  await sweeper.stop();
  expect(ended).toBe(true);
  expect(clock.next).toBeUndefined();
  const idle = startSweeper(async () => {}, unexpected, clock);
  await settle();
  expect(clock.next).toBeDefined();
  await idle.stop();
  expect(clock.next).toBeUndefined();
});
