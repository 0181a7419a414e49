'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { SHOPPERS_PER_REMOVAL } from '@/lib/limits/limits.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { NotRead } from '../failures/not-read.tsx';
import { StaleNotice } from '../failures/stale-notice.tsx';
import { JobProgress } from '../jobs/job-progress.tsx';
import { ListPanel } from '../ui/list-panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { NoShopperFound, NoShoppersYet } from './segment-messages.tsx';
import { ShoppersTable } from './shoppers-table.tsx';
import { ShoppersToolbar } from './shoppers-toolbar.tsx';
import type { ShoppersState } from './use-shoppers-state.ts';

interface Props {
  shoppersState: ShoppersState;
  onAdd: () => void;
  /** Asks for a confirmation to remove these shoppers. A number stands for everybody. */
  onRemove: (targets: readonly Shopper[] | number) => void;
}

/** The shoppers with a search, a toolbar and pages, or what is shown in their place. */
export function ShoppersPanel({ shoppersState, onAdd, onRemove }: Props) {
  const { shoppers, found, selection, groupNames, job } = shoppersState;
  const { shownPage, failure, isPageLoading, retry } = shoppers;
  const { search, isSearch } = found;
  const { progress } = job;
  const t = useTranslations('segment');
  const panel = useRef<HTMLElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const clearSearch = () => {
    search.setText('');
    searchField.current?.focus();
  };

  // The button that started the removal disappears, so the panel takes the focus.
  const isWorking = progress !== undefined;
  useEffect(() => {
    if (isWorking) panel.current?.focus();
  }, [isWorking]);

  const isEmpty = shownPage?.total === 0 && !isWorking && search.text === '';
  if (isEmpty && !failure) {
    return (
      <ListPanel>
        <NoShoppersYet onAdd={onAdd} />
      </ListPanel>
    );
  }
  if (failure && (isEmpty || !shownPage)) {
    return (
      <ListPanel>
        <NotRead failure={failure} onRetry={retry} title={t('notRead')} />
      </ListPanel>
    );
  }
  const rows = (isSearch && found.shoppers) || shownPage?.shoppers;
  const isNoneFound = isSearch && !search.isBusy && found.shoppers?.length === 0;
  return (
    <ListPanel ref={panel}>
      <StaleNotice failure={failure} onRetry={retry} />
      <SearchField
        label={t('find.label')}
        onChange={search.setText}
        ref={searchField}
        value={search.text}
      />
      <ShoppersToolbar
        shoppersState={shoppersState}
        onClearSearch={clearSearch}
        onRemove={onRemove}
        rows={rows}
      />
      {progress && (
        <JobProgress
          onCancel={progress.total > SHOPPERS_PER_REMOVAL ? job.cancel : undefined}
          progress={progress}
          text={t('removal.progress', { done: progress.done, total: progress.total })}
        />
      )}
      {search.failure ? (
        <NotRead failure={search.failure} onRetry={search.retry} title={t('find.failed')} />
      ) : isNoneFound ? (
        <NoShopperFound more={found.more} onClear={clearSearch} search={search.text} />
      ) : (
        <ShoppersTable
          groups={groupNames}
          isPageLoading={isSearch ? search.isBusy : isPageLoading}
          onRemove={onRemove}
          onSelect={selection.select}
          rows={rows}
          selected={selection.selected}
        />
      )}
    </ListPanel>
  );
}
