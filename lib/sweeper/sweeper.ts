import 'server-only';
import { type Clock, systemClock } from '../process/clock.ts';

/** Milliseconds between the end of one sweep and the start of the next. */
const INTERVAL_MS = 5 * 60_000;

export interface Sweeper {
  /** Aborts the running sweep, if any, waits for its end, and starts no other. */
  stop(): Promise<void>;
}

/**
 * Sweeps now, and again some time after each sweep has ended.
 * @param sweep does what is due, and ends soon after the signal aborts
 * @param onError gets the error of a sweep that fails; the next sweep runs all the same
 */
export function startSweeper(
  sweep: (signal: AbortSignal) => Promise<void>,
  onError: (error: unknown) => void,
  clock: Clock = systemClock,
): Sweeper {
  const stopping = new AbortController();
  let cancel = () => {};
  const run = async (): Promise<void> => {
    await sweep(stopping.signal).catch(onError);
    if (stopping.signal.aborted) return;
    cancel = clock.after(INTERVAL_MS, () => {
      running = run();
    });
  };
  let running = run();
  return {
    async stop() {
      stopping.abort();
      cancel();
      await running;
    },
  };
}
