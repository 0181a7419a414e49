'use client';

import { useTranslations } from 'next-intl';
import { memo, useCallback, useMemo, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { SortOrder } from '@/lib/segments/list-query.ts';
import { columnOf, isDescending, nextOrder, type SortColumn } from '@/lib/segments/sort.ts';
import type { SegmentChanges } from '../segments/segment-changes.ts';
import { LazyPart } from '../shell/lazy-part.tsx';
import { useLocalFormatter } from '../shell/use-local-formatter.ts';
import { SelectPage } from '../ui/select-page.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { segmentMenu } from './load-code.ts';
import { useRowLabels } from './row-labels.ts';
import type { OpenMenu } from './segment-menu.tsx';
import { SegmentRow } from './segment-row.tsx';
import { SegmentsTable } from './segment-table-style.ts';
import { SortHeading } from './sort-heading.tsx';
import type { CountCell } from './use-count-cells.ts';
import type { Highlighted } from './use-highlight.ts';

const columns: readonly SortColumn[] = ['name', 'description', 'shoppers', 'updated'];

interface Props {
  /** Undefined while they are loading; a skeleton is shown then. */
  rows: readonly Segment[] | undefined;
  sort: SortOrder;
  selected: ReadonlySet<string>;
  highlighted: Highlighted | undefined;
  /** Changes that are not confirmed yet, by segment id. */
  edits: SegmentChanges['overlay']['edits'];
  counts: ReadonlyMap<string, CountCell | undefined>;
  /** Undefined while there is nothing to sort. */
  onSort?: (sort: SortOrder) => void;
  onSelect: (ids: readonly string[], on: boolean) => void;
  onRename: (segment: Segment) => void;
  onDelete: (segment: Segment) => void;
  onCountAgain: (id: string) => void;
}

/**
 * Takes the place of BigDesign's Table, which can't be sorted by keyboard and gives the checkboxes
 * of all rows the same name. Its rows render fast enough to filter while the user types.
 */
export const SegmentTable = memo(function SegmentTable(props: Props) {
  const { rows, sort, selected, highlighted, edits, counts } = props;
  const { onSort, onSelect, onRename, onDelete, onCountAgain } = props;
  const t = useTranslations('segments');
  const format = useLocalFormatter();
  const labels = useRowLabels();
  const [menu, setMenu] = useState<OpenMenu>();
  const closeMenu = useCallback(() => setMenu(undefined), []);
  const toggleMenu = useCallback(
    (segment: Segment, toggle: HTMLElement) =>
      setMenu((open) => (open?.toggle === toggle ? undefined : { segment, toggle })),
    [],
  );
  const headings = useMemo(
    () =>
      columns.map((column) => (
        <SortHeading
          direction={columnOf(sort) === column && (isDescending(sort) ? 'descending' : 'ascending')}
          key={column}
          onClick={onSort && (() => onSort(nextOrder(sort, column)))}
          text={t(`column.${column}`)}
        />
      )),
    [sort, onSort, t],
  );
  return (
    <>
      <SegmentsTable $shoppers={t('column.shoppers')} aria-busy={!rows} aria-label={t('table')}>
        <thead>
          <tr>
            <th scope="col">
              <SelectPage items={rows ?? []} onSelect={onSelect} selected={selected} />
            </th>
            {headings}
            <th scope="col">
              <VisuallyHidden>{t('column.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows?.map((segment, index) => (
            <SegmentRow
              count={counts.get(segment.id)}
              format={format}
              // biome-ignore lint/suspicious/noArrayIndexKey: a row's only state is the focus, which `highlighted` moves, and changing the texts of rows is faster than replacing rows
              key={index}
              labels={labels}
              menuOpen={menu?.segment.id === segment.id}
              onCountAgain={onCountAgain}
              onMenu={toggleMenu}
              onSelect={onSelect}
              highlighted={segment.id === highlighted?.id ? highlighted : undefined}
              saving={edits.has(segment.id)}
              segment={segment}
              selected={selected.has(segment.id)}
            />
          )) ?? <SkeletonRows columns={columns.length} text={t('loading')} />}
        </tbody>
      </SegmentsTable>
      {menu && (
        <LazyPart code={segmentMenu} onClose={closeMenu}>
          {({ SegmentMenu }) => (
            <SegmentMenu menu={menu} onClose={closeMenu} onDelete={onDelete} onRename={onRename} />
          )}
        </LazyPart>
      )}
    </>
  );
});
