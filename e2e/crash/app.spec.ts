import { once } from 'node:events';
import { expect, test } from '../support/fixtures.ts';

test('kill -9 of the app under writes: it starts again, and every opened session is there', async ({
  app,
  stack,
  stores,
}) => {
  await stores.install('aurora');
  const tokens: string[] = [];
  for (let round = 1; round <= 5; round += 1) {
    const writers = Array.from({ length: 4 }, async () => {
      // Ends when the app does.
      for (;;) tokens.push((await stores.open('aurora')).token);
    });
    await expect.poll(() => tokens.length).toBeGreaterThan(round * 10);
    const ended = once(stack.app.process, 'exit');
    stack.app.process.kill('SIGKILL');
    await ended;
    await Promise.allSettled(writers);
    await stack.restartApp();
    for (const token of tokens) expect((await app.session(token)).status).toBe(200);
  }
});
