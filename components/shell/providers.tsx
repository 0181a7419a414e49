'use client';

import { GlobalStyles } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import type { ReactNode } from 'react';
import { ThemeProvider } from 'styled-components';
import { ForcedColors } from './forced-colors.ts';
import { StyleRegistry } from './style-registry.tsx';
import { Translations } from './translations.tsx';

interface Props {
  /** The nonce of this response's Content-Security-Policy. */
  nonce?: string | undefined;
  children: ReactNode;
}

/** Gives a page its styles, theme and texts. */
export function Providers({ nonce, children }: Props) {
  return (
    <StyleRegistry nonce={nonce}>
      <ThemeProvider theme={theme}>
        <GlobalStyles />
        <ForcedColors />
        <Translations>{children}</Translations>
      </ThemeProvider>
    </StyleRegistry>
  );
}
