'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Page } from '../shell/page.tsx';
import { PageHeader } from './list-header.tsx';

interface Props {
  /** Missing while nothing can be created yet. */
  onCreate?: () => void;
  /** Called when creating is likely to come next. */
  onCreateLikely?: () => void;
  children: ReactNode;
}

export function SegmentsFrame({ onCreate, onCreateLikely, children }: Props) {
  const t = useTranslations('segments');
  const header = (
    <PageHeader
      action={t('create')}
      intro={t('intro')}
      onAction={onCreate}
      onActionLikely={onCreateLikely}
      title={t('title')}
    />
  );
  return <Page header={header}>{children}</Page>;
}
