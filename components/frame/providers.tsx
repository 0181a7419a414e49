'use client';

import { GlobalStyles } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { type ReactNode, useEffect } from 'react';
import { ThemeProvider } from 'styled-components';
import { repeatEarlyInput } from './early-input.ts';
import { StyleRegistry } from './style-registry.tsx';
import { Translations } from './translations.tsx';

interface Props {
  /** The nonce of this answer's Content-Security-Policy. */
  nonce?: string | undefined;
  children: ReactNode;
}

/** What every page needs: styles, theme and texts, and what was done while it loaded. */
export function Providers({ nonce, children }: Props) {
  // Outside of React's own work, so that an event makes what came late listen at once.
  useEffect(() => queueMicrotask(repeatEarlyInput), []);
  return (
    <StyleRegistry nonce={nonce}>
      <ThemeProvider theme={theme}>
        <GlobalStyles />
        <Translations>{children}</Translations>
      </ThemeProvider>
    </StyleRegistry>
  );
}
