'use client';

import { useEffect, useState } from 'react';

const settleMs = 300;
/** Phones and Korean keyboards compose whole words, so a long pause ends the wait, too. */
const composingSettleMs = 1_500;

/**
 * The value once it has stayed the same for a moment, and the value before until then. While the
 * user composes text, as for Japanese, the field holds what will become other text, so the moment
 * is longer.
 */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const isComposing = useIsComposing();
  useEffect(() => {
    if (value === settled) return;
    const wait = isComposing ? composingSettleMs : settleMs;
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, settled, isComposing]);
  return settled;
}

function useIsComposing(): boolean {
  const [isComposing, setComposing] = useState(false);
  useEffect(() => {
    const follow = ({ type }: Event) => setComposing(type === 'compositionstart');
    document.addEventListener('compositionstart', follow);
    document.addEventListener('compositionend', follow);
    return () => {
      document.removeEventListener('compositionstart', follow);
      document.removeEventListener('compositionend', follow);
    };
  }, []);
  return isComposing;
}
