'use client';

import { useTranslations } from 'next-intl';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ChecklistRow } from './checklist-row.tsx';
import { ChecklistRows } from './checklist-style.ts';

const placeholders = Array.from({ length: 10 }, (_, index) => index);

interface Props {
  /** Undefined while they are loading; a skeleton is shown then. */
  rows: readonly Segment[] | undefined;
  inside: ReadonlySet<string>;
  onChange: (segmentId: string, on: boolean) => void;
}

export function Checklist({ rows, inside, onChange }: Props) {
  const t = useTranslations();
  return (
    <ChecklistRows aria-busy={!rows} aria-label={t('customer.list')}>
      {rows?.map((segment) => (
        <ChecklistRow
          inside={inside.has(segment.id)}
          key={segment.id}
          linkText={t('customer.view', { name: isolated(segment.name) })}
          onChange={onChange}
          segment={segment}
        />
      )) ??
        placeholders.map((row) => (
          <li data-skeleton key={row}>
            {row === 0 && <VisuallyHidden>{t('segments.loading')}</VisuallyHidden>}
            <i />
          </li>
        ))}
    </ChecklistRows>
  );
}
