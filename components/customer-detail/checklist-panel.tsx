'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useRef } from 'react';
import { SEGMENTS_PER_CHECKLIST_PAGE } from '@/lib/limits/limits.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { NotRead } from '../failures/not-read.tsx';
import { StaleNotice } from '../failures/stale-notice.tsx';
import { NothingFound } from '../segments/nothing-found.tsx';
import { ListPanel } from '../ui/list-panel.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Checklist } from './checklist.tsx';
import { ChecklistToolbar } from './checklist-toolbar.tsx';
import { NoneInside, NoSegments } from './customer-messages.tsx';
import type { ChecklistState } from './use-checklist.ts';

interface Props {
  checklist: ChecklistState;
  /** Whether there is anything to show. */
  isKnown: boolean;
  /** Whether the store is known to have no segments. */
  hasNoSegments: boolean;
  /** Why the last read failed. */
  failure: ClientFailure | undefined;
  inside: ReadonlySet<string>;
  /** Says how many of the store's segments the customer is in; undefined until that is known. */
  summary: string | undefined;
  /** Says how the last change ended. */
  outcome: string;
  onChange: (segmentId: string, on: boolean) => void;
  onRetry: () => void;
}

/** The checklist with its search, filter and pages, or what is shown in its place. */
export function ChecklistPanel(props: Props) {
  const { checklist, isKnown, hasNoSegments, failure, inside, summary, outcome } = props;
  const { onChange, onRetry } = props;
  const { query, change, touch, listing } = checklist;
  const t = useTranslations();
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
  if (failure && !isKnown) {
    return (
      <ListPanel>
        <NotRead failure={failure} onRetry={onRetry} title={t('customer.notRead')} />
      </ListPanel>
    );
  }
  if (hasNoSegments) {
    return (
      <ListPanel>
        <NoSegments />
      </ListPanel>
    );
  }
  const isSearch = query.search.trim() !== '';
  const found = listing && isSearch ? t('segments.found', { count: listing.found }) : undefined;
  return (
    <ListPanel>
      <StaleNotice failure={failure} onRetry={onRetry} />
      <SearchField
        label={t('segments.search')}
        onChange={onSearch}
        ref={searchField}
        value={query.search}
      />
      <ChecklistToolbar
        onShow={(show) => change({ show })}
        outcome={outcome}
        show={query.show}
        summary={
          summary && found
            ? t('segments.summary', { standing: summary, found })
            : (summary ?? found)
        }
      >
        {listing && (
          <Pagination
            currentPage={listing.page}
            itemsPerPage={SEGMENTS_PER_CHECKLIST_PAGE}
            label={t('segments.pagination')}
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
    </ListPanel>
  );
}
