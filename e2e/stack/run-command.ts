import { spawn } from 'node:child_process';
import { once } from 'node:events';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command to its end and shows its output. A signal to this process ends the command and
 * everything that it has started, then this process.
 * @returns whether it succeeded
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  // A group of its own: a signal to a shell would leave the programs that the shell runs.
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    detached: true,
  });
  let stoppedBy: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals) => {
    stoppedBy = signal;
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  };
  for (const signal of stopSignals) process.on(signal, stop);
  const [code] = await once(child, 'close');
  for (const signal of stopSignals) process.off(signal, stop);
  if (stoppedBy) process.kill(process.pid, stoppedBy);
  return code === 0;
}
