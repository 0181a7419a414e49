import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';
import { processSingleton } from './process-singleton.ts';

test('tasks of one key run one after the other, and those of other keys at the same time', async () => {
  const first = Promise.withResolvers<void>();
  const order: string[] = [];
  const runs = [
    oneAtATime('a', async () => {
      order.push('a1 starts');
      await first.promise;
      order.push('a1 ends');
    }),
    oneAtATime('a', async () => {
      order.push('a2');
    }),
    oneAtATime('b', async () => {
      order.push('b');
    }).then(() => first.resolve()),
  ];
  await Promise.all(runs);
  expect(order).toEqual(['a1 starts', 'b', 'a1 ends', 'a2']);
});

test('a failure reaches only its own caller and does not stop the next task', async () => {
  const failing = oneAtATime('a', async () => {
    throw new Error('no');
  });
  const next = oneAtATime('a', async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});

test('a key is forgotten when its last task is done', async () => {
  await Promise.allSettled([
    oneAtATime('forgotten', async () => {}),
    oneAtATime('forgotten', async () => {
      throw new Error('failed');
    }),
  ]);
  const queues = processSingleton('one-at-a-time', () => new Map<string, unknown>());
  expect(queues.has('forgotten')).toBe(false);
});
