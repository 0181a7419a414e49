'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** Keeps the dialogs of a screen: one is open, and others wait until it is closed. */
export function useDialogs<Dialog>() {
  const [{ queue, closed }, setState] = useState<{ queue: readonly Dialog[]; closed: number }>({
    queue: [],
    closed: 0,
  });
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  /** Opens the dialog that the user asks for, unless another is open. */
  const open = useCallback((dialog: Dialog) => {
    setState((before) => (before.queue.length > 0 ? before : { ...before, queue: [dialog] }));
  }, []);
  /** Opens a dialog as soon as no other is open. @returns false if the user has left the screen */
  const openNext = useCallback((dialog: Dialog) => {
    setState((before) => ({ ...before, queue: [...before.queue, dialog] }));
    return isHere.current;
  }, []);
  const close = useCallback((dialog: Dialog) => {
    setState((before) =>
      before.queue[0] === dialog
        ? { queue: before.queue.slice(1), closed: before.closed + 1 }
        : before,
    );
  }, []);
  /** `key` differs from dialog to dialog, so that none inherits another's state. */
  return { dialog: queue[0], key: closed, open, openNext, close };
}
