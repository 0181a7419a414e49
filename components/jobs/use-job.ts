'use client';

import { useCallback, useRef, useState } from 'react';

export interface Progress {
  done: number;
  total: number;
  cancelling: boolean;
}

export interface JobControl {
  isCancelled: () => boolean;
  onProgress: (done: number) => void;
}

type Work<T> = (control: JobControl) => Promise<T>;

/** A job under way. A screen that is opened later can cancel it, too. */
export type RunningJob = Progress & { stop: AbortController };

type State = RunningJob | undefined;
type JobState = readonly [State, (change: (before: State) => State) => void];

/**
 * Runs jobs one after the other, with their progress and a way to cancel them.
 * @param kept the state to keep the job in, if it should be seen after its screen has been left
 */
export function useJob(kept?: JobState) {
  const own = useState<State>();
  const [progress, setProgress] = kept ?? own;
  const lastJob = useRef<Promise<unknown>>(Promise.resolve());

  const run = useCallback(
    <T>(total: number, work: Work<T>): Promise<T> => {
      const start = () => {
        const stop = new AbortController();
        setProgress(() => ({ done: 0, total, cancelling: false, stop }));
        return work({
          isCancelled: () => stop.signal.aborted,
          onProgress: (done) => setProgress((before) => before && { ...before, done }),
        }).finally(() => setProgress(() => undefined));
      };
      const job = lastJob.current.then(start);
      lastJob.current = job.catch(() => {});
      return job;
    },
    [setProgress],
  );

  const stop = progress?.stop;
  const cancel = useCallback(() => {
    stop?.abort();
    setProgress((before) => before && { ...before, cancelling: true });
  }, [stop, setProgress]);

  return { run, cancel, progress };
}

export type Job = ReturnType<typeof useJob>;
