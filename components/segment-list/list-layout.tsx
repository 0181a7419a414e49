'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Page } from '../shell/page.tsx';
import { ListHeader } from './list-header.tsx';

type Props = ComponentProps<typeof ListHeader> & { children: ReactNode };

/** The page around the list, the same before and after it has been read. */
export function ListLayout({ children, ...header }: Props) {
  return <Page header={<ListHeader {...header} />}>{children}</Page>;
}
