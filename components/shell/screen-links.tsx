'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { isInStore } from '@/lib/screens/screens.ts';
import { focusHeading } from './focus-heading.ts';

/**
 * Turns a click on a plain link to a screen into a navigation inside the app. The browser would
 * load a new document, which has no session where a browser keeps storage from frames. A click that
 * asks for a new tab opens it from here, because such a tab finds the session at its opener. One
 * listener costs less than `next/link` in every row.
 */
export function ScreenLinks() {
  const router = useRouter();
  const pathname = usePathname();
  const shown = useRef(pathname);

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || event.defaultPrevented || !isScreen(link)) return;
      if (isPlain(event)) {
        event.preventDefault();
        router.push(link.pathname + link.search);
      } else if (asksForTab(event) && window.open(link.href)) event.preventDefault();
    };
    document.addEventListener('click', follow);
    document.addEventListener('auxclick', follow);
    return () => {
      document.removeEventListener('click', follow);
      document.removeEventListener('auxclick', follow);
    };
  }, [router]);

  useEffect(() => {
    if (pathname === shown.current) return;
    shown.current = pathname;
    focusHeading();
  }, [pathname]);

  return null;
}

function isPlain(event: MouseEvent): boolean {
  const { button, altKey, ctrlKey, metaKey, shiftKey } = event;
  return button === 0 && !(altKey || ctrlKey || metaKey || shiftKey);
}

function asksForTab({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return button === 1 || (button === 0 && (ctrlKey || metaKey || shiftKey));
}

function isScreen({ origin, pathname, target }: HTMLAnchorElement): boolean {
  return origin === location.origin && isInStore(pathname) && target === '';
}
