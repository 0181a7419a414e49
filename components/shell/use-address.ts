'use client';

import { useSearchParams } from 'next/navigation';
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';

// Safari allows 100 changes of the address in 30 s, which typing must not use up.
const settleMs = 300;

export interface AddressFormat<T> {
  read(params: Record<string, string>): T;
  /** The query string: empty, or starting with `?`. */
  write(value: T): string;
}

/**
 * State that is kept in the query of the address, too.
 * @param initial what the server read from the address. After "back" the browser shows what the
 * server rendered at first, so the address in the browser takes precedence.
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
