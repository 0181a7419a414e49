'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Page } from '../shell/page.tsx';
import { CustomerHeader } from './customer-header.tsx';

type Props = ComponentProps<typeof CustomerHeader> & { children: ReactNode };

/** The page around a customer's segments, the same before and after they have been read. */
export function CustomerLayout({ children, ...header }: Props) {
  return <Page header={<CustomerHeader {...header} />}>{children}</Page>;
}
