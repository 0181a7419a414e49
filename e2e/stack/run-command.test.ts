import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Runs a shell command in a process of its own, which prints the command's process ids. */
function startRunner(script: string) {
  const source = `
    import { runCommand } from ${JSON.stringify(resolve('e2e/stack/run-command.ts'))};
    console.log(await runCommand('sh', ['-c', ${JSON.stringify(script)}]));
  `;
  return spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** A process that has ended stays in the table until its new parent takes notice. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z]/.test(stdout.trim());
}

test.each([
  ['exit 0', 'true'],
  ['exit 3', 'false'],
])('%s: whether it succeeded is %s', async (script, result) => {
  const runner = startRunner(script);
  expect((await runner.stdout.toArray()).join('').trim()).toBe(result);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends the command and everything that it has started',
  async (signal) => {
    const runner = startRunner('sh -c "echo $$; sleep 1000; true"; true');
    const [line] = await once(runner.stdout, 'data');
    const inner = Number(String(line));
    expect(isRunning(inner)).toBe(true);
    const exit = once(runner, 'exit');
    runner.kill(signal);
    expect(await exit).toEqual([null, signal]);
    await expect.poll(() => isRunning(inner), { timeout: 10_000 }).toBe(false);
  },
);
