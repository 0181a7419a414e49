import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a process prints, until a test makes that impossible. */
export interface FailingOutput {
  fd: number;
  fail(): void;
  close(): void;
}

/** The ways in which an output fails. */
export const failingOutputs: Record<string, () => FailingOutput | Promise<FailingOutput>> = {
  'a pipe whose reader has gone': () => pipe((reader) => closeSync(reader)),
  'a pipe whose reader stalls': () => pipe(() => {}),
  'a closed terminal': () => terminal((program) => program.kill('SIGKILL')),
  'a terminal that is halted': () => terminal((program) => program.stdout.pause()),
  'a full disk': fullDisk,
};

/** A disk on which not even the first line has room. */
export function fullDisk(): FailingOutput {
  const fd = openSync('/dev/full', 'w');
  return { fd, fail() {}, close: () => closeSync(fd) };
}

function pipe(fail: (reader: number) => void): FailingOutput {
  const folder = mkdtempSync(join(tmpdir(), 'customer-segments-pipe-'));
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const fd = openSync(path, constants.O_WRONLY);
  rmSync(folder, { recursive: true });
  return { fd, fail: () => fail(reader), close: () => closeSync(fd) };
}

/** A terminal without a shell: `script` shows it, and the test reads what `script` prints. */
async function terminal(fail: (program: ReturnType<typeof startScript>) => void) {
  const program = startScript();
  const [path] = await once(program.stdout, 'data');
  program.stdout.resume();
  const fd = openSync(String(path).trim(), constants.O_RDWR | constants.O_NOCTTY);
  const close = () => {
    program.kill('SIGKILL');
    closeSync(fd);
  };
  return { fd, fail: () => fail(program), close };
}

function startScript() {
  const args = ['--quiet', '--flush', '--command', 'tty; exec sleep 1d', '/dev/null'];
  return spawn('script', args, { stdio: ['ignore', 'pipe', 'ignore'] });
}
