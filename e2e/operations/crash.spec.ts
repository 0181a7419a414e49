import { once } from 'node:events';
import { expect, test } from '../support/fixtures.ts';

test('after kill -9 during writes the app starts again with every session that it had opened', async ({
  app,
  stack,
  stores,
}) => {
  await stores.install('aurora');
  const tokens: string[] = [];
  for (let round = 1; round <= 3; round += 1) {
    let isRunning = true;
    const writers = Array.from({ length: 4 }, async () => {
      while (isRunning) {
        const opened = await stores.open('aurora').catch(() => undefined);
        if (opened) tokens.push(opened.token);
      }
    });
    await expect.poll(() => tokens.length, { timeout: 30_000 }).toBeGreaterThan(round * 10);
    const ended = once(stack.app.process, 'exit');
    stack.app.process.kill('SIGKILL');
    await ended;
    isRunning = false;
    await Promise.all(writers);
    await stack.restartApp();
    for (const token of tokens) expect((await app.session(token)).status).toBe(200);
  }
});
