import 'server-only';
import { processSingleton } from './process-singleton.ts';

/**
 * Runs tasks with the same key one after the other, in the order of the calls, within this process.
 * A task that fails does not stop the next one.
 */
export async function oneAtATime<T>(key: string, task: () => Promise<T>): Promise<T> {
  const queues = processSingleton('one-at-a-time', () => new Map<string, Promise<unknown>>());
  const before = queues.get(key) ?? Promise.resolve();
  const run = before.then(task, task);
  const settled = run.catch(() => undefined);
  queues.set(key, settled);
  try {
    return await run;
  } finally {
    if (queues.get(key) === settled) queues.delete(key);
  }
}
