'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { isInStore } from '@/lib/screens/screens.ts';
import { focusHeading } from './focus-heading.ts';

/**
 * Turns a click on a plain link to a screen into a navigation inside the app. The browser would
 * load a new document, which has no session where a browser keeps storage from frames. One listener
 * costs less than `next/link` in every row.
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
