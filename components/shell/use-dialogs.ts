'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** The dialogs of a screen: one is open, others wait until it is closed. */
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

  /** Opens what the user asks for, which can only be while nothing is open. */
  const open = useCallback((dialog: Dialog) => {
    setState((before) => (before.queue.length > 0 ? before : { ...before, queue: [dialog] }));
  }, []);
  /** Opens a dialog as soon as no other is open. @returns false if the screen has been left */
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
  /** `key`: another one for each dialog, so that none takes over what another held. */
  return { dialog: queue[0], key: closed, open, openNext, close };
}
