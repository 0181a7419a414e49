'use client';

import { useTranslations } from 'next-intl';
import { ListPanel } from '../ui/list-panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Checklist } from './checklist.tsx';
import { ChecklistToolbar } from './checklist-toolbar.tsx';
import { CustomerLayout } from './customer-layout.tsx';

const nothing = () => {};
const none: ReadonlySet<string> = new Set();

/** Shown while the server reads the customer. */
export function CustomerSkeleton() {
  const t = useTranslations('segments');
  return (
    <CustomerLayout>
      <ListPanel>
        <SearchField disabled label={t('search')} onChange={nothing} value="" />
        <ChecklistToolbar show="all" />
        <Checklist inside={none} onChange={nothing} rows={undefined} />
      </ListPanel>
    </CustomerLayout>
  );
}
