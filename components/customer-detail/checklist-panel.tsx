'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useRef } from 'react';
import { checklistLimit } from '@/lib/customers/checklist.ts';
import { NothingFound } from '../segments/nothing-found.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Checklist } from './checklist.tsx';
import { ChecklistToolbar } from './checklist-toolbar.tsx';
import { NoneInside } from './customer-messages.tsx';
import type { ChecklistState } from './use-checklist.ts';

interface Props {
  checklist: ChecklistState;
  inside: ReadonlySet<string>;
  /** How many of how many segments the person is in, once that is known. */
  summary: string | undefined;
  /** How the last change ended. */
  said: string;
  onChange: (segmentId: string, on: boolean) => void;
}

/** The checklist with its search, filter and pages. */
export function ChecklistPanel({ checklist, inside, summary, said, onChange }: Props) {
  const { query, change, touch, listing } = checklist;
  const t = useTranslations('segments');
  const searchField = useRef<HTMLInputElement>(null);
  const clearSearch = () => {
    change({ search: '' });
    searchField.current?.focus();
  };
  const onSearch = useCallback((search: string) => change({ search }), [change]);
  const onPageChange = useCallback((page: number) => change({ page }), [change]);
  const tick = useCallback(
    (segmentId: string, on: boolean) => {
      touch(segmentId);
      onChange(segmentId, on);
    },
    [touch, onChange],
  );
  const isSearch = query.search.trim() !== '';
  const found = listing && isSearch ? t('found', { count: listing.found }) : undefined;
  return (
    <>
      <SearchField label={t('search')} onChange={onSearch} ref={searchField} value={query.search} />
      <ChecklistToolbar
        onShow={(show) => change({ show })}
        said={said}
        show={query.show}
        summary={summary && found ? t('summary', { standing: summary, found }) : (summary ?? found)}
      >
        {listing && (
          <Pagination
            currentPage={listing.page}
            itemsPerPage={checklistLimit}
            label={t('pagination')}
            onPageChange={onPageChange}
            totalItems={listing.found}
          />
        )}
      </ChecklistToolbar>
      {listing?.found === 0 && query.show === 'in' ? (
        <NoneInside onShowAll={() => change({ show: 'all' })} search={query.search} />
      ) : listing?.found === 0 ? (
        <NothingFound onClear={clearSearch} search={query.search} />
      ) : (
        <Checklist inside={inside} onChange={tick} rows={listing?.rows} />
      )}
    </>
  );
}
