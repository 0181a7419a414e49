'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { PageFrame } from '../frame/page-frame.tsx';

const helpUrl = 'https://docs.bigcommerce.com/developer/docs/admin/customers/customer-segmentation';

interface Props {
  /** A stable function; missing while there is nothing to create with. */
  onCreate?: () => void;
  /** Called when the button is likely to be pressed next. */
  onCreateLikely?: () => void;
  children: ReactNode;
}

export function SegmentsFrame({ onCreate, onCreateLikely, children }: Props) {
  const t = useTranslations('segments');
  const text = t('create');
  const action = useMemo(
    () =>
      onCreate
        ? { text, onClick: onCreate, ...(onCreateLikely && { onPointerEnter: onCreateLikely }) }
        : { text, disabled: true },
    [text, onCreate, onCreateLikely],
  );
  return (
    <PageFrame
      action={action}
      help={{ text: t('help'), href: helpUrl }}
      intro={t('intro')}
      title={t('title')}
    >
      {children}
    </PageFrame>
  );
}
