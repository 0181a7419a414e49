import { mkdtempSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { freePort } from './process.ts';
import { allocatorSettings, startCommand, startStack } from './stack.ts';

test('an app that fails to start leaves no processes or files behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
  vi.stubEnv('TMPDIR', folder);
  const sandboxPort = await freePort();
  await expect(startStack({ sandboxPort, env: { APP_URL: '' } })).rejects.toThrow('did not start');
  await expect(fetch(`http://127.0.0.1:${sandboxPort}`)).rejects.toThrow('fetch failed');
  expect(readdirSync(folder)).toEqual([]);
  rmdirSync(folder);
});

test('the systemd unit in docs/operations.md runs the command that is tested', () => {
  const lines = readFileSync('docs/operations.md', 'utf8').split('\n');
  expect(lines).toContain(`ExecStart=/usr/bin/${startCommand.join(' ')}`);
  expect(lines).toContain(`Environment=GLIBC_TUNABLES=${allocatorSettings}`);
});
