'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { SEGMENT_PAGE_SIZES, SEGMENTS_PER_STORE } from '@/lib/limits/limits.ts';
import { NotRead } from '../failures/not-read.tsx';
import { StaleNotice } from '../failures/stale-notice.tsx';
import type { RememberedCounts } from '../segments/count-answer.ts';
import { NothingFound } from '../segments/nothing-found.tsx';
import type { useDeletion } from '../segments/use-deletion.ts';
import type { Segments } from '../segments/use-segments.ts';
import { useOutdateCounts } from '../segments/use-shopper-counts.ts';
import { LazyPart } from '../shell/lazy-part.tsx';
import { ListPanel } from '../ui/list-panel.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { OpenDialog } from './list-dialogs.tsx';
import { NoSegmentsYet, NotCounted } from './list-messages.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { listProgress } from './load-code.ts';
import { SegmentTable } from './segment-table.tsx';
import type { Browsing } from './use-browsing.ts';
import { useCountCells } from './use-count-cells.ts';
import { useVisibleCounts } from './use-visible-counts.ts';

interface Props {
  list: Segments;
  browsing: Browsing;
  deletion: ReturnType<typeof useDeletion>;
  onCreate: () => void;
  onDialog: (dialog: OpenDialog) => void;
  /** The counts that came with the page. */
  firstCounts: RememberedCounts | undefined;
  /** Whether the rows may have changed since they were read. */
  isUpdating: boolean;
}

/** The list with its search, toolbar and pages, or what is shown in its place. */
export function SegmentsPanel(props: Props) {
  const { list, browsing, deletion, onCreate, onDialog, firstCounts, isUpdating } = props;
  const { query, change, listing, total, sorting, selection, highlighted } = browsing;
  const { edits } = list.overlay;
  const { progress } = deletion;
  const t = useTranslations('segments');
  const panel = useRef<HTMLElement>(null);
  const searchField = useRef<HTMLInputElement>(null);

  // The button that started the deletion disappears, so the panel takes the focus.
  const isDeleting = progress !== undefined;
  const wasDeleting = useRef(isDeleting);
  useEffect(() => {
    if (isDeleting && !wasDeleting.current) panel.current?.focus();
    wasDeleting.current = isDeleting;
  }, [isDeleting]);

  const onSearch = useCallback((search: string) => change({ search }), [change]);
  const onPageChange = useCallback((page: number) => change({ page }), [change]);
  const onItemsPerPageChange = useCallback(
    (chosen: number) => {
      const limit = SEGMENT_PAGE_SIZES.find((size) => size === chosen);
      if (limit) change({ limit });
    },
    [change],
  );
  const onRename = useCallback(
    (segment: Segment) => onDialog({ type: 'rename', segment }),
    [onDialog],
  );
  const onDelete = useCallback(
    (segment: Segment) => onDialog({ type: 'delete', segments: [segment] }),
    [onDialog],
  );
  const outdateCounts = useOutdateCounts();
  const onCountAgain = useCallback((id: string) => outdateCounts([id]), [outdateCounts]);
  const counts = useVisibleCounts(listing?.rows, firstCounts);
  const cells = useCountCells(counts.known);
  const retry = () => {
    list.retry();
    if (counts.refusal) counts.retry();
  };
  const clearSearch = () => {
    change({ search: '' });
    searchField.current?.focus();
  };
  const deleteSelected = () => {
    const segments = list.segments ?? list.firstRows ?? [];
    onDialog({ type: 'delete', segments: segments.filter(({ id }) => selection.selected.has(id)) });
  };

  if (total === 0 && !progress) {
    return (
      <ListPanel>
        <NoSegmentsYet onCreate={onCreate} />
      </ListPanel>
    );
  }
  const notRead = !listing && list.failure && (
    <NotRead failure={list.failure} onRetry={list.retry} title={t('notRead')} />
  );
  if (notRead && total === undefined) return <ListPanel>{notRead}</ListPanel>;
  const usage =
    total === undefined ? undefined : t('usage', { count: total, limit: SEGMENTS_PER_STORE });
  const found = listing && query.search.trim() && t('found', { count: listing.found });
  const standing = usage && isUpdating ? t('updating', { standing: usage }) : usage;
  const matches = list.segments ? listing?.matches : undefined;
  const canSelectMore = matches?.some(({ id }) => !selection.selected.has(id));
  return (
    <ListPanel ref={panel}>
      <StaleNotice failure={listing && list.failure} onRetry={retry} />
      <NotCounted failure={list.failure ? undefined : counts.refusal} onRetry={counts.retry} />
      <SearchField label={t('search')} onChange={onSearch} ref={searchField} value={query.search} />
      <ListToolbar
        onClear={selection.clear}
        onDelete={deleteSelected}
        onSelectAll={() => selection.select(matches?.map(({ id }) => id) ?? [], true)}
        selectable={canSelectMore ? matches?.length : undefined}
        rows={listing?.rows ?? []}
        selected={selection.selected}
        summary={standing && found ? t('summary', { standing, found }) : standing}
      >
        {listing && (
          <Pagination
            currentPage={listing.page}
            itemsPerPage={query.limit}
            itemsPerPageLabel={t('pageSize')}
            itemsPerPageOptions={SEGMENT_PAGE_SIZES}
            label={t('pagination')}
            onItemsPerPageChange={onItemsPerPageChange}
            onPageChange={onPageChange}
            totalItems={listing.found}
          />
        )}
      </ListToolbar>
      {(progress || sorting.progress || edits.size > 0) && (
        <LazyPart code={listProgress}>
          {({ ListProgress }) => (
            <ListProgress deletion={deletion} edits={edits} sorting={sorting} />
          )}
        </LazyPart>
      )}
      <div role="status">{notRead}</div>
      {listing?.found === 0 && query.search.trim() ? (
        <NothingFound onClear={clearSearch} search={query.search} />
      ) : (
        !notRead && (
          <SegmentTable
            counts={cells}
            onCountAgain={onCountAgain}
            onDelete={onDelete}
            onRename={onRename}
            onSelect={selection.select}
            onSort={sorting.sortBy}
            highlighted={highlighted}
            rows={listing?.rows}
            edits={edits}
            selected={selection.selected}
            sort={sorting.sort}
          />
        )
      )}
    </ListPanel>
  );
}
