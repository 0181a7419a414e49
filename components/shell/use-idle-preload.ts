'use client';

import { useEffect } from 'react';

const idleAfterMs = 1_000;

/**
 * Loads code that is likely to be needed, once the screen has had time to become usable.
 * @param load a stable function
 */
export function useIdlePreload(load: () => void): void {
  useEffect(() => {
    const timer = setTimeout(load, idleAfterMs);
    return () => clearTimeout(timer);
  }, [load]);
}
