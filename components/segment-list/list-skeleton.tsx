'use client';

import { useTranslations } from 'next-intl';
import { defaultListQuery } from '@/lib/segments/list-query.ts';
import { emptyOverlay } from '../api-client/overlay.ts';
import { ListPanel } from '../ui/list-panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { ListLayout } from './list-layout.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { SegmentTable } from './segment-table.tsx';
import type { CountCell } from './use-count-cells.ts';

const nothing = () => {};
const none: ReadonlySet<string> = new Set();
const noCounts: ReadonlyMap<string, CountCell> = new Map();

/** Shown while the server reads the first rows. */
export function ListSkeleton() {
  const t = useTranslations('segments');
  return (
    <ListLayout>
      <ListPanel>
        <SearchField disabled label={t('search')} onChange={nothing} value="" />
        <ListToolbar
          onClear={nothing}
          onDelete={nothing}
          onSelectAll={nothing}
          rows={[]}
          selected={none}
        />
        <SegmentTable
          counts={noCounts}
          edits={emptyOverlay.edits}
          onCountAgain={nothing}
          onDelete={nothing}
          onRename={nothing}
          onSelect={nothing}
          highlighted={undefined}
          rows={undefined}
          selected={none}
          sort={defaultListQuery.sort}
        />
      </ListPanel>
    </ListLayout>
  );
}
