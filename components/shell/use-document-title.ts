'use client';

import { useEffect } from 'react';

/** Names the document after what it shows, for as long as it does. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    const name = () => {
      if (document.title !== title) document.title = title;
    };
    // React hydrates the page's own title when it likes, and puts it back then.
    const observer = new MutationObserver(name);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    name();
    return () => {
      observer.disconnect();
      document.title = before;
    };
  }, [title]);
}
