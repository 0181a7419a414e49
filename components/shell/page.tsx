'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { type ReactNode, useEffect } from 'react';
import { styled } from 'styled-components';
import { repeatEarlyInput } from './early-input.ts';

interface Props {
  header?: ReactNode;
  children: ReactNode;
}

/**
 * Laid out like the page of BigDesign's patterns. That one comes with a header whose dropdowns
 * alone weigh an eighth of what a first load may.
 */
export function Page({ header, children }: Props) {
  // What streams in later becomes ready later than the frame around it. The microtask lets the
  // effects of parents run before.
  useEffect(() => queueMicrotask(repeatEarlyInput), []);
  return (
    <Background>
      <Column>
        {header}
        <main>{children}</main>
      </Column>
    </Background>
  );
}

const Background = styled.div`
  background: ${theme.colors.secondary10};
  color: ${theme.colors.secondary70};
  min-height: 100dvh;
`;

const Column = styled.div`
  box-sizing: border-box;
  display: flex;
  flex-direction: column;
  gap: ${theme.spacing.xLarge};
  margin: 0 auto;
  padding: ${theme.spacing.medium};

  ${theme.breakpoints.tablet} {
    padding: ${theme.spacing.xxLarge};
  }

  ${theme.breakpoints.desktop} {
    max-width: 1120px;
  }

  ${theme.breakpoints.wide} {
    max-width: 1400px;
  }
`;
