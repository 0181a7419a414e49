'use client';

import { useEffect, useState } from 'react';

const settleMs = 300;

/** The value once it has stayed the same for a moment, and the value before until then. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
