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
 * Has the layout of the Page of BigDesign's patterns. That one brings a header whose dropdowns
 * alone take an eighth of the bytes that a first load may have.
 */
export function Page({ header, children }: Props) {
  // A page that is streamed is ready later than the layout around it, so the page does this. The
  // microtask lets the effects of parents run first.
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
