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

/** Long work that shows how far it is and can be cancelled. One job after another. */
export function useJob() {
  const [progress, setProgress] = useState<Progress>();
  const cancelled = useRef(false);
  const lastJob = useRef<Promise<unknown>>(Promise.resolve());

  const run = useCallback(<T>(total: number, work: Work<T>): Promise<T> => {
    const start = () => {
      cancelled.current = false;
      setProgress({ done: 0, total, cancelling: false });
      return work({
        isCancelled: () => cancelled.current,
        onProgress: (done) => setProgress((before) => before && { ...before, done }),
      }).finally(() => setProgress(undefined));
    };
    const job = lastJob.current.then(start);
    lastJob.current = job.catch(() => {});
    return job;
  }, []);

  const cancel = useCallback(() => {
    cancelled.current = true;
    setProgress((before) => before && { ...before, cancelling: true });
  }, []);

  return { run, cancel, progress };
}

export type Job = ReturnType<typeof useJob>;
