import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import { addressIn } from '../../lib/screens/screens.ts';
import { SandboxControl } from '../sandbox/control-client.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { AppClient } from '../support/app-client.ts';
import { Stores } from '../support/known-stores.ts';
import { linkTo } from '../support/link-to.ts';
import { actionResult, serverAction } from '../support/server-actions.ts';

/** Starts a stack for one test, which stops its app. */
async function running(env: Record<string, string> = {}) {
  const stack = await startStack({ env });
  const sandbox = new SandboxControl(stack.sandboxUrl);
  const app = new AppClient(stack);
  return { stack, sandbox, app, stores: new Stores(sandbox, app), child: stack.app.process };
}

type Running = Awaited<ReturnType<typeof running>>;

/** Asks `/readyz` over a new connection. */
async function readiness({ appUrl }: Stack) {
  const request = get(`${appUrl}/readyz`, { agent: false, headers: { connection: 'keep-alive' } });
  const [response]: IncomingMessage[] = await once(request, 'response');
  response?.resume();
  return { status: response?.statusCode, connection: response?.headers.connection };
}

/** Starts to create a segment. @returns once BigCommerce has the request */
async function beginToCreate({ app, sandbox, stores }: Running, latencyMs: number) {
  await stores.install('bramble');
  const { token } = await stores.open('bramble');
  await sandbox.set({ latencyMs });
  await sandbox.clearLog();
  const path = addressIn(stores.hash('bramble'), linkTo.segments());
  const input = { name: 'Under way', description: '' };
  const answer = app
    .action(serverAction('createSegment'), path, [token, input])
    .then(async (response) => actionResult(await response.text()));
  answer.catch(() => {});
  const sent = async () => (await sandbox.log()).some(({ method }) => method === 'POST');
  await expect.poll(sent, { intervals: [10] }).toBe(true);
  return { answer };
}

test('a stop answers 503 at /readyz, finishes requests, closes the database and exits with 0', async () => {
  const app = await running();
  const { stack, child } = app;
  const { answer } = await beginToCreate(app, 5_000);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await expect
    .poll(() => readiness(stack), { intervals: [10] })
    .toEqual({ status: 503, connection: 'close' });
  expect(await answer).toMatchObject({ ok: true, data: { status: 'written' } });
  expect(await exit).toEqual([0, null]);
  await expect(readiness(stack)).rejects.toThrow('ECONNREFUSED');
  expect(existsSync(stack.databasePath)).toBe(true);
  expect(existsSync(`${stack.databasePath}-wal`)).toBe(false);
  await expect.poll(() => stack.app.output()).toContain('"cutOff":0,"msg":"stopped"');
  await stack.stop();
});

test('a stop does not wait for idle connections', async () => {
  const { stack, child } = await running();
  const agent = new Agent({ keepAlive: true });
  const request = get(`${stack.appUrl}/healthz`, { agent });
  const [response]: IncomingMessage[] = await once(request, 'response');
  expect(response?.resume().headers.connection).toBe('keep-alive');
  const exit = once(child, 'exit');
  const closed = response && once(response.socket, 'close');
  child.kill('SIGTERM');
  await closed;
  expect(await exit).toEqual([0, null]);
  await stack.stop();
});

/** Sends a signal again and again: one within a second of the first does not count. */
async function signalUntilEnded({ child }: Running, signal: NodeJS.Signals): Promise<void> {
  const sent = () => {
    child.kill(signal);
    return child.exitCode;
  };
  await expect.poll(sent, { intervals: [200], timeout: 5_000 }).not.toBeNull();
}

test('a second signal ends the process at once', async () => {
  const app = await running();
  const { answer } = await beginToCreate(app, 60_000);
  app.child.kill('SIGTERM');
  await expect.poll(async () => (await readiness(app.stack)).status).toBe(503);
  await signalUntilEnded(app, 'SIGTERM');
  expect(app.child.exitCode).toBe(1);
  await expect(answer).rejects.toThrow();
  await app.stack.stop();
});

test('a signal that npm and the service manager both send lets requests finish', async () => {
  const app = await running();
  const { answer } = await beginToCreate(app, 3_000);
  const exit = once(app.child, 'exit');
  app.child.kill('SIGTERM');
  app.child.kill('SIGTERM');
  expect(await answer).toMatchObject({ ok: true, data: { status: 'written' } });
  expect(await exit).toEqual([0, null]);
  await app.stack.stop();
});

test('during SHUTDOWN_DELAY the server takes connections, and /readyz says that it stops', async () => {
  const app = await running({ SHUTDOWN_DELAY: '300' });
  const { stack, child } = app;
  child.kill('SIGTERM');
  await expect.poll(async () => (await readiness(stack)).status, { intervals: [10] }).toBe(503);
  expect((await fetch(`${stack.appUrl}/healthz`)).status).toBe(200);
  expect(child.exitCode).toBeNull();
  await signalUntilEnded(app, 'SIGINT');
  expect(child.exitCode).toBe(1);
  await stack.stop();
});
