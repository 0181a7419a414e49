'use client';

import { useTranslations } from 'next-intl';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { RowMenu } from '../ui/row-menu.tsx';

export interface OpenMenu {
  segment: Segment;
  toggle: HTMLElement;
}

interface Props {
  menu: OpenMenu;
  onClose: () => void;
  onRename: (segment: Segment) => void;
  onDelete: (segment: Segment) => void;
}

export function SegmentMenu({ menu: { segment, toggle }, onClose, onRename, onDelete }: Props) {
  const t = useTranslations('segments.menu');
  return (
    <RowMenu
      items={[
        { content: t('rename'), onItemClick: () => onRename(segment) },
        {
          content: t('delete'),
          actionType: 'destructive',
          onItemClick: () => onDelete(segment),
        },
      ]}
      label={t('label', { name: isolated(segment.name) })}
      onClose={onClose}
      toggle={toggle}
    />
  );
}
