'use client';

import { type RefObject, useEffect, useState } from 'react';

export type Edge = 'top' | 'bottom';

/** What is drawn around the focus takes this many pixels. */
const room = 8;

/**
 * The edge of the window at which something that lies over the page does not cover the focus: the
 * top, if that will do.
 * @param isShown whether there is anything that could cover it
 * @param fromTop how many pixels it keeps from the top edge
 */
export function useClearOfFocus(
  over: RefObject<HTMLElement | null>,
  { isShown, fromTop }: { isShown: boolean; fromTop: number },
): Edge {
  const [edge, setEdge] = useState<Edge>('top');
  useEffect(() => {
    if (!isShown) return;
    const place = () => {
      const focused = document.activeElement;
      const element = over.current;
      if (!element || !focused || focused === document.body || element.contains(focused)) return;
      setEdge(clearEdge(element.getBoundingClientRect(), focused.getBoundingClientRect(), fromTop));
    };
    place();
    const observer = new ResizeObserver(place);
    if (over.current) observer.observe(over.current);
    document.addEventListener('focusin', place);
    // Parts of the page scroll, too, and such events do not bubble.
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', place);
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [over, isShown, fromTop]);
  return edge;
}

function clearEdge(over: DOMRect, focused: DOMRect, fromTop: number): Edge {
  const isBeside = focused.right <= over.left || focused.left >= over.right;
  const isBelow = focused.top - room >= over.height + fromTop;
  const isAtBottom = focused.bottom + room > window.innerHeight - over.height;
  return isBeside || isBelow || isAtBottom ? 'top' : 'bottom';
}
