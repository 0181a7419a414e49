'use client';

import { createContext, use, useEffect, useState } from 'react';

/** The current time for relative times. */
export const NowContext = createContext<Date | undefined>(undefined);

export function useNow(): Date {
  return use(NowContext) ?? new Date();
}

/** The current time, updated every minute. It starts as the server's, for the same text there. */
export function useTickingNow(start: string): Date {
  const [now, setNow] = useState(() => new Date(start));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
