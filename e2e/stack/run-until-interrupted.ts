import { type Stack, type StackOptions, startStack } from './stack.ts';

/**
 * Runs a stack until Ctrl+C or the system ends it. A signal that comes while the stack starts stops
 * it once it has started, because servers are running by then.
 */
export async function runUntilInterrupted(
  options: StackOptions,
  announce: (stack: Stack) => void,
): Promise<void> {
  let interrupted = false;
  const interruption = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        interrupted = true;
        resolve();
      });
    }
  });
  const stack = await startStack(options).catch((error: unknown) => {
    // The signal also reached the servers, if it was sent to the whole process group.
    if (!interrupted) throw error;
  });
  if (stack === undefined) return;
  if (!interrupted) announce(stack);
  await interruption;
  await stack.stop();
}
