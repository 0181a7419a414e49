import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';

const main = resolve(import.meta.dirname, 'main.ts');

test('prints its address and exits cleanly on SIGTERM', async () => {
  const sandbox = spawn(process.execPath, [main], {
    env: {
      NODE_ENV: 'test',
      SANDBOX_PORT: '0',
      SANDBOX_CLIENT_ID: 'id',
      SANDBOX_CLIENT_SECRET: 'secret',
      SANDBOX_APP_URL: 'http://localhost:9',
    },
  });
  onTestFinished(() => {
    sandbox.kill();
  });
  const [line]: Buffer[] = await once(sandbox.stdout, 'data');
  const { listening } = JSON.parse(String(line));
  expect(listening).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(listening)).status).toBe(200);
  sandbox.kill('SIGTERM');
  expect(await once(sandbox, 'exit')).toEqual([0, null]);
});

test('lists the environment variables that are missing or invalid', async () => {
  const sandbox = spawn(process.execPath, [main], {
    env: { NODE_ENV: 'test', SANDBOX_CLIENT_ID: 'id', SANDBOX_APP_URL: 'nowhere' },
  });
  const [errors, [code]] = await Promise.all([text(sandbox.stderr), once(sandbox, 'exit')]);
  expect(code).toBe(1);
  expect(errors).toContain('SANDBOX_CLIENT_SECRET');
  expect(errors).toContain('SANDBOX_APP_URL');
  expect(errors).not.toContain('SANDBOX_CLIENT_ID');
});
