'use client';

import { Button } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { SelectedCount } from '../ui/selected-count.tsx';
import { Toolbar } from '../ui/toolbar.tsx';

interface Props {
  /** Says how many segments the store has and how many match the search. */
  summary?: string | undefined;
  /** Ids of the selected segments. */
  selected: ReadonlySet<string>;
  /** The segments on the screen. */
  rows: readonly Segment[];
  /** How many segments match the search; undefined if there are no more to select. */
  selectable?: number | undefined;
  onSelectAll: () => void;
  onClear: () => void;
  onDelete: () => void;
  children?: ReactNode;
}

/** The bar with a summary, the actions on the selection, and the pagination. */
export function ListToolbar(props: Props) {
  const { summary, selected, rows, selectable, onSelectAll, onClear, onDelete, children } = props;
  const t = useTranslations('segments.selection');
  return (
    <Toolbar>
      <span role="status">{summary}</span>
      <SelectedCount selected={selected} shown={rows.map(({ id }) => id)} />
      {selected.size > 0 && (
        <>
          {selectable !== undefined && (
            <Button mobileWidth="auto" onClick={onSelectAll} type="button" variant="subtle">
              <span>{t('all', { count: selectable })}</span>
            </Button>
          )}
          <Button mobileWidth="auto" onClick={onClear} type="button" variant="subtle">
            {t('clear')}
          </Button>
          <Button
            actionType="destructive"
            mobileWidth="auto"
            onClick={onDelete}
            type="button"
            variant="secondary"
          >
            {t('delete')}
          </Button>
        </>
      )}
      {children}
    </Toolbar>
  );
}
