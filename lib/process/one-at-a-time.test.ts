import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('tasks of one key run one after the other, other keys meanwhile', async () => {
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

test("a failure is the caller's own and does not stop the next task", async () => {
  const failing = oneAtATime('a', async () => {
    throw new Error('no');
  });
  const next = oneAtATime('a', async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
