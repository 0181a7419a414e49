'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { isInStore } from '@/lib/screens/screens.ts';
import { focusHeading } from './focus-heading.ts';

/**
 * Moves between screens when a plain link to one is followed. Left to the browser, it would load a
 * document, which starts without a session where frames may not store one. One listener is cheaper
 * than `next/link` in every row.
 */
export function ScreenLinks() {
  const router = useRouter();
  const pathname = usePathname();
  const shown = useRef(pathname);

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || !isPlain(event) || !isScreen(link)) return;
      event.preventDefault();
      router.push(link.pathname + link.search);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);

  useEffect(() => {
    if (pathname === shown.current) return;
    shown.current = pathname;
    focusHeading();
  }, [pathname]);

  return null;
}

function isPlain(event: MouseEvent): boolean {
  const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  return button === 0 && !(altKey || ctrlKey || metaKey || shiftKey || defaultPrevented);
}

function isScreen({ origin, pathname, target }: HTMLAnchorElement): boolean {
  return origin === location.origin && isInStore(pathname) && target === '';
}
