'use client';

import { Button } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { Pagination } from '../ui/pagination.tsx';
import { SelectedCount } from '../ui/selected-count.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { useFindSummary } from './use-find-summary.ts';
import type { ShoppersState } from './use-shoppers-state.ts';

interface Props {
  shoppersState: ShoppersState;
  /** The shoppers on the screen. */
  rows: readonly Shopper[] | undefined;
  onRemove: (targets: readonly Shopper[] | number) => void;
  onClearSearch: () => void;
}

/** The number of shoppers, the actions on the selection and, at the right, the pagination. */
export function ShoppersToolbar({ shoppersState, rows, onRemove, onClearSearch }: Props) {
  const { found, shoppers, page, setPage, selection } = shoppersState;
  const { shownPage } = shoppers;
  const { isSearch } = found;
  const t = useTranslations('segment');
  const findSummary = useFindSummary();
  const count = selection.selected.size;
  const total = shownPage?.total ?? 0;
  const isPageSelected =
    !isSearch && shownPage?.shoppers.every(({ profileId }) => selection.selected.has(profileId));
  const summary = findSummary(found) ?? (shownPage && t('shoppers', { count: total }));
  return (
    <Toolbar>
      <span role="status">{summary}</span>
      <SelectedCount
        selected={new Set(selection.selected.keys())}
        shown={rows?.map(({ profileId }) => profileId) ?? []}
      />
      {count === 0 && isSearch && (
        <Button mobileWidth="auto" onClick={onClearSearch} type="button" variant="subtle">
          {t('find.clear')}
        </Button>
      )}
      {count > 0 && (
        <>
          <Button mobileWidth="auto" onClick={selection.clear} type="button" variant="subtle">
            {t('selection.clear')}
          </Button>
          <Button
            actionType="destructive"
            mobileWidth="auto"
            onClick={() => onRemove([...selection.selected.values()])}
            type="button"
            variant="secondary"
          >
            {t('selection.remove')}
          </Button>
        </>
      )}
      {count > 0 && isPageSelected && total > count && (
        <Button
          actionType="destructive"
          mobileWidth="auto"
          onClick={() => onRemove(total)}
          type="button"
          variant="subtle"
        >
          <span>{t('selection.removeAll', { count: total })}</span>
        </Button>
      )}
      {!isSearch && shownPage && shownPage.pages > 1 && (
        <Pagination
          currentPage={page}
          itemsPerPage={shownPage.size}
          label={t('pages')}
          onPageChange={setPage}
          totalItems={total}
        />
      )}
    </Toolbar>
  );
}
