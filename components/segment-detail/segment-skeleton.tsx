'use client';

import { useTranslations } from 'next-intl';
import { ListPanel } from '../ui/list-panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { SegmentLayout } from './segment-layout.tsx';
import { ShoppersTable } from './shoppers-table.tsx';

const nothing = () => {};
const none = new Map<never, never>();

/** Shown while the server reads the first shoppers. */
export function SegmentSkeleton() {
  const t = useTranslations('segment');
  return (
    <SegmentLayout>
      <ListPanel>
        <SearchField disabled label={t('find.label')} onChange={nothing} value="" />
        <Toolbar />
        <ShoppersTable
          groups={none}
          isPageLoading={false}
          onRemove={nothing}
          onSelect={nothing}
          rows={undefined}
          selected={none}
        />
      </ListPanel>
    </SegmentLayout>
  );
}
