import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { addressIn } from '../../lib/screens/screens.ts';
import { SandboxControl } from '../sandbox/control-client.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { AppClient } from '../support/app-client.ts';
import { failingOutputs, fullDisk } from '../support/failing-outputs.ts';
import { Stores } from '../support/known-stores.ts';
import { linkTo } from '../support/link-to.ts';
import { actionResult, serverAction } from '../support/server-actions.ts';

// macOS has no `/dev/full`, and another `script`.
test.skip(process.platform !== 'linux', 'needs Linux');

let stack: Stack;
test.beforeAll(async () => {
  stack = await startStack();
});
test.afterAll(() => stack.stop());

/** Requests that Next prints errors about and that have lines in the log: far more than 64 KB. */
async function printMuch(): Promise<void> {
  const app = new AppClient(stack);
  for (let round = 0; round < 20; round += 1) {
    const requests = Array.from({ length: 20 }, () => app.action('0'.repeat(42), '/', []));
    for (const response of await Promise.all(requests)) {
      expect(response.status).toBeLessThan(500);
      await response.text();
    }
  }
}

async function expectServing(): Promise<void> {
  const signal = AbortSignal.timeout(10_000);
  expect((await fetch(`${stack.appUrl}/healthz`, { signal })).status).toBe(200);
}

/** Sends `SIGTERM`. @returns code and signal that the app ended with; `running` if it did not */
async function ended(): Promise<unknown> {
  const exit = once(stack.app.process, 'exit', { signal: AbortSignal.timeout(30_000) });
  stack.app.process.kill('SIGTERM');
  return exit.catch(() => 'running');
}

for (const [name, make] of Object.entries(failingOutputs)) {
  test.describe(`with ${name} as its output`, () => {
    test('the app stops', async () => {
      const { fd, fail, close } = await make();
      await stack.restartApp({}, ['ignore', fd, fd]);
      fail();
      expect(await ended()).toEqual([0, null]);
      close();
    });

    test('the app serves, and stops', async () => {
      const { fd, fail, close } = await make();
      await stack.restartApp({}, ['ignore', fd, fd]);
      fail();
      await printMuch();
      await expectServing();
      expect(await ended()).toEqual([0, null]);
      close();
    });

    test('the app finishes its requests while it stops', async () => {
      const { fd, fail, close } = await make();
      await stack.restartApp({ SHUTDOWN_DELAY: '5' }, ['ignore', fd, fd]);
      const app = new AppClient(stack);
      const sandbox = new SandboxControl(stack.sandboxUrl);
      const stores = new Stores(sandbox, app);
      await stores.install('bramble');
      const { token } = await stores.open('bramble');
      await sandbox.set({ latencyMs: 3_000 });
      const path = addressIn(stores.hash('bramble'), linkTo.segments());
      const input = { name: 'Under way', description: '' };
      const answer = app.action(serverAction('createSegment'), path, [token, input]);
      const exit = ended();
      fail();
      // Once it has stopped listening, the app prints no more.
      await printMuch().catch((error: unknown) => expect(error).toBeInstanceOf(TypeError));
      expect(actionResult(await (await answer).text())).toMatchObject({ ok: true });
      expect(await exit).toEqual([0, null]);
      await sandbox.reset();
      close();
    });
  });
}

test('the last line says how much of the log was lost', async () => {
  const { fd, close } = fullDisk();
  await stack.restartApp({}, ['ignore', fd, 'pipe']);
  await printMuch();
  expect(await ended()).toEqual([0, null]);
  await expect
    .poll(() => stack.app.output())
    .toMatch(/^\d+ writes to standard output and error were lost\.$/m);
  close();
});
