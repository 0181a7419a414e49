'use client';

import { createContext, use, useEffect, useState } from 'react';

/** The moment that relative times count from. */
export const NowContext = createContext<Date | undefined>(undefined);

export function useNow(): Date {
  return use(NowContext) ?? new Date();
}

/** The current minute, starting from the server's clock so that hydration finds the same text. */
export function useTickingNow(start: string): Date {
  const [now, setNow] = useState(() => new Date(start));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
