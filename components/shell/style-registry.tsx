'use client';

import { useServerInsertedHTML } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { ServerStyleSheet, StyleSheetManager } from 'styled-components';

interface Props {
  nonce?: string | undefined;
  children: ReactNode;
}

/**
 * Sends the styles of each streamed part before the part itself, in elements with the page's nonce.
 */
export function StyleRegistry({ nonce, children }: Props) {
  const [sheet] = useState(() => new ServerStyleSheet(nonce === undefined ? {} : { nonce }));
  useServerInsertedHTML(() => {
    const styles = sheet.getStyleElement();
    sheet.instance.clearTag();
    return <>{styles}</>;
  });
  return (
    <>
      {/* In the browser styled-components takes the nonce from here, before React runs. */}
      {nonce !== undefined && <meta nonce={nonce} property="csp-nonce" suppressHydrationWarning />}
      {typeof window === 'undefined' ? (
        <StyleSheetManager sheet={sheet.instance}>{children}</StyleSheetManager>
      ) : (
        children
      )}
    </>
  );
}
