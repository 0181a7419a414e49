'use client';

import { type ReactNode, useEffect, useState } from 'react';
import type { LazyCode } from './lazy-code.ts';
import { PartNotLoaded } from './part-not-loaded.tsx';

interface Props<Code> {
  code: LazyCode<Code>;
  /** Closes the part, if it can be closed. */
  onClose?: () => void;
  children: (code: Code) => ReactNode;
}

/**
 * A part of a screen whose code may not be loaded yet: nothing is shown until it is, or a message if
 * it can't be loaded. Unlike `next/dynamic`, this does not suspend: React would show the part up to
 * 300 ms late, and a chunk that is gone would take the whole screen.
 */
export function LazyPart<Code extends object>({ code, onClose, children }: Props<Code>) {
  const [state, setState] = useState<'loading' | 'loaded' | 'failed'>('loading');
  const { loaded, load } = code;
  useEffect(() => {
    if (loaded) return;
    load().then(
      () => setState('loaded'),
      () => setState('failed'),
    );
  }, [loaded, load]);
  if (loaded) return children(loaded());
  return state === 'failed' ? <PartNotLoaded onClose={onClose} /> : null;
}
