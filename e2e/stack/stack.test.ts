import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { freePort } from './process.ts';
import { startStack } from './stack.ts';

test('an app that does not start leaves neither a process nor a file behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
  vi.stubEnv('TMPDIR', folder);
  const sandboxPort = await freePort();
  await expect(startStack({ sandboxPort, env: { APP_URL: '' } })).rejects.toThrow('did not start');
  await expect(fetch(`http://127.0.0.1:${sandboxPort}`)).rejects.toThrow('fetch failed');
  expect(readdirSync(folder)).toEqual([]);
  rmdirSync(folder);
});
