import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

test('no more run at once than there are slots, the urgent before the others', async () => {
  const slots = new Slots(2);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, priority: 'urgent' | 'usual') =>
    slots.run(priority, async () => {
      begun.push(name);
      const { promise, resolve } = Promise.withResolvers<void>();
      ends.set(name, resolve);
      await promise;
    });
  const runs = [run('a', 'usual'), run('b', 'usual'), run('c', 'usual'), run('d', 'urgent')];
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b']);
  ends.get('b')?.();
  await runs[1];
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b', 'd']);
  ends.get('a')?.();
  await runs[0];
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b', 'd', 'c']);
});

test('a task that fails gives its slot back', async () => {
  const slots = new Slots(1);
  await expect(slots.run('usual', () => Promise.reject(new Error('broken')))).rejects.toThrow();
  expect(await slots.run('usual', async () => 'next')).toBe('next');
});
