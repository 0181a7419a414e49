import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A child process that belongs to a stack. */
export interface ServerProcess {
  process: ChildProcess;
  /** Everything that it has printed so far. */
  output(): string;
  /** Asks it to stop and waits for its exit; kills it after ten seconds. */
  stop(): Promise<void>;
}

export interface StartOptions {
  command: string;
  args: readonly string[];
  env: Record<string, string>;
  mode?: 'production' | 'development';
  /** Also show its output. */
  inherit?: boolean;
  /** Where its output goes; pipes to this process, unless said otherwise. */
  stdio?: StdioOptions;
}

/** The only variables of this process that the child inherits. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'CI', 'FORCE_COLOR'];

const running = new Set<ChildProcess>();
// A process that ends by an error would leave its servers running.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export function startProcess(options: StartOptions): ServerProcess {
  const { command, args, env, mode = 'production', inherit = false, stdio = 'pipe' } = options;
  const base = Object.fromEntries(inherited.map((name) => [name, process.env[name]]));
  const child = spawn(command, args, { env: { ...base, ...env, NODE_ENV: mode }, stdio });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk;
      if (inherit) process.stdout.write(chunk);
    });
  }
  return {
    process: child,
    output: () => text,
    async stop() {
      if (hasEnded(child)) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** A process that a signal has ended has no exit code. */
function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/**
 * Waits until `check` returns a value.
 * @throws Error with the process's output if it exits first or a minute has passed
 */
export async function untilReady<T>(
  server: ServerProcess,
  check: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && !hasEnded(server.process)) {
    const value = await check().catch(() => undefined);
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const output = server.output();
  await server.stop();
  throw new Error(`The server did not start:\n${output}`);
}

/** A free port on the loopback interface: the preferred one if it is free. */
export async function freePort(preferred = 0): Promise<number> {
  const server = createServer();
  const listening = new Promise<boolean>((resolve) => {
    server.once('listening', () => resolve(true));
    server.once('error', () => resolve(false));
  });
  server.listen(preferred, '127.0.0.1');
  if (!(await listening)) return freePort();
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address && typeof address === 'object' ? address.port : freePort();
}
