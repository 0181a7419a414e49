import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { blankEnvironment } from '../stack/blank-environment.ts';
import { freePort } from '../stack/process.ts';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

/** Runs npm in a process group of its own. */
function startNpm(args: string[], env: Record<string, string> = {}) {
  const npm = spawn('npm', args, {
    detached: true,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  npm.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  return { npm, output: () => output };
}

function startApp(port: number) {
  return startNpm(['start'], {
    ...blankEnvironment('.'),
    APP_URL: `http://localhost:${port}`,
    PORT: String(port),
    BIGCOMMERCE_CLIENT_ID: 'client',
    BIGCOMMERCE_CLIENT_SECRET: 'secret'.repeat(10),
    TOKEN_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    DATABASE_URL: `file:${join(folder, 'app.sqlite')}`,
  });
}

/** The commands of all processes in the group that npm leads. */
function groupOf({ pid }: ChildProcess): string[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pgid=,stat=,args='], { encoding: 'utf8' });
  return lines
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([group, state = '']) => Number(group) === pid && !state.startsWith('Z'))
    .map(([, , ...args]) => args.join(' '));
}

function send(signal: NodeJS.Signals, { pid = 0 }: ChildProcess, target: 'npm' | 'its group') {
  process.kill(target === 'npm' ? pid : -pid, signal);
}

for (const target of ['npm', 'its group'] as const) {
  test(`SIGTERM to ${target} ends npm start with all its processes, after the last line`, async () => {
    const { npm, output } = startApp(await freePort());
    await expect.poll(output).toContain('listening');
    const exit = once(npm, 'exit');
    send('SIGTERM', npm, target);
    await exit;
    expect(groupOf(npm)).toEqual([]);
    expect(output()).toContain('"msg":"stopped"');
  });

  test(`SIGTERM to ${target} ends npm run demo with all its processes`, async () => {
    const { npm, output } = startNpm(['run', 'demo', '--', '--built']);
    await expect.poll(output, { timeout: 60_000 }).toContain('Open the control panel');
    const exit = once(npm, 'exit');
    send('SIGTERM', npm, target);
    await exit;
    await expect.poll(() => groupOf(npm)).toEqual([]);
  });

  test(`SIGTERM to ${target} while npm run demo starts leaves no process behind`, async () => {
    const { npm } = startNpm(['run', 'demo', '--', '--built']);
    await expect.poll(() => groupOf(npm).join('\n')).toContain('e2e/sandbox/main.ts');
    const exit = once(npm, 'exit');
    send('SIGTERM', npm, target);
    await exit;
    await expect.poll(() => groupOf(npm)).toEqual([]);
  });
}
