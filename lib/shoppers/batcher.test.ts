import { expect, test, vi } from 'vitest';
import { Batcher } from './batcher.ts';

test('a full batch is sent at once, the rest by flush, and each item gets its own outcome', async () => {
  const send = vi.fn(async (items: number[]) => items.map((item) => item * 10));
  const batcher = new Batcher(() => 2, send);
  const outcomes = [1, 2, 3].map((item) => batcher.add(item));
  expect(send.mock.calls).toEqual([[[1, 2]]]);
  batcher.flush();
  expect(send.mock.calls).toEqual([[[1, 2]], [[3]]]);
  expect(await Promise.all(outcomes)).toEqual([10, 20, 30]);
});

test('without items nothing is sent', () => {
  const send = vi.fn(async () => []);
  new Batcher(() => 2, send).flush();
  expect(send).not.toHaveBeenCalled();
});

test('an item without an outcome is rejected', async () => {
  const short = new Batcher<number, number>(
    () => 2,
    async () => [1],
  );
  const [first, second] = [short.add(1), short.add(2)];
  expect(await first).toBe(1);
  await expect(second).rejects.toThrow('no outcome');

  const failing = new Batcher<number, number>(
    () => 1,
    () => Promise.reject(new Error('broken')),
  );
  await expect(failing.add(1)).rejects.toThrow('broken');
});
