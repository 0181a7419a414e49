'use client';

import { theme } from '@bigcommerce/big-design-theme';
import type { ComponentProps, ReactNode } from 'react';
import { styled } from 'styled-components';
import { Page } from '../shell/page.tsx';
import { SegmentHeader } from './segment-header.tsx';

interface Props extends ComponentProps<typeof SegmentHeader> {
  /** Shown beside the content where there is room, otherwise above it. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The page around the shoppers, the same before and after they have been read. */
export function SegmentLayout({ aside, children, ...header }: Props) {
  return (
    <Page header={<SegmentHeader {...header} />}>
      <Columns>
        {aside}
        <div>{children}</div>
      </Columns>
    </Page>
  );
}

const Columns = styled.div`
  display: grid;
  gap: ${theme.spacing.xLarge};
  grid-template-columns: minmax(0, 1fr);

  ${theme.breakpoints.desktop} {
    &:has(> aside) {
      align-items: start;
      grid-template-columns: minmax(0, 1fr) 24rem;
    }

    > aside {
      grid-area: 1 / 2;
      position: sticky;
      top: ${theme.spacing.medium};
    }
  }
`;
