'use client';

import { useSearchParams } from 'next/navigation';
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';

// Safari allows 100 changes of the address in 30 s; typing must not use them up.
const settleMs = 300;

export interface AddressFormat<T> {
  read(params: Record<string, string>): T;
  /** The query string: empty, or starting with `?`. */
  write(value: T): string;
}

/**
 * State that the address follows.
 * @param initial what the server read from the address. Going back shows a screen as the server first
 * made it, so the address itself counts.
 */
export function useAddress<T>(
  initial: T,
  { read, write }: AddressFormat<T>,
): [T, Dispatch<SetStateAction<T>>] {
  const params = useSearchParams();
  const [value, setValue] = useState(() => {
    const now = read(Object.fromEntries(params));
    return write(now) === write(initial) ? initial : now;
  });
  const written = useRef(value);
  useEffect(() => {
    if (value === written.current) return;
    const timer = setTimeout(() => {
      written.current = value;
      window.history.replaceState(null, '', window.location.pathname + write(value));
    }, settleMs);
    return () => clearTimeout(timer);
  }, [value, write]);
  return [value, setValue];
}
