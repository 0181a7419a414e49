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

/** A job under way, which a screen that comes later can cancel, too. */
export type RunningJob = Progress & { stop: AbortController };

type State = RunningJob | undefined;
type JobState = readonly [State, (change: (before: State) => State) => void];

/**
 * Long work that shows how far it is and can be cancelled. One job after another.
 * @param kept where the job is noted, if it is to be seen after its screen has been left
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
