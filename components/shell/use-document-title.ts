'use client';

import { useEffect } from 'react';

/** Sets the document's title while the component is mounted. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    const name = () => {
      if (document.title !== title) document.title = title;
    };
    // React restores the page's own title when it hydrates that, which can be later than this.
    const observer = new MutationObserver(name);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    name();
    return () => {
      observer.disconnect();
      document.title = before;
    };
  }, [title]);
}
