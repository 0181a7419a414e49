'use client';

import { useTranslations } from 'next-intl';
import { memo, useCallback, useMemo, useState } from 'react';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { useStoreTimeZone } from '../session/use-store-time-zone.ts';
import { useLocalFormatter } from '../shell/use-local-formatter.ts';
import { RowMenu } from '../ui/row-menu.tsx';
import { SelectPage } from '../ui/select-page.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ShopperRow } from './shopper-row.tsx';
import { ShoppersTableStyle, TableRoom } from './shoppers-table-style.ts';
import { useShopperLabel } from './use-shopper-label.ts';

const columns = ['name', 'email', 'group', 'company', 'since'] as const;

interface Props {
  /** Undefined while they are loading; a skeleton is shown then. */
  rows: readonly Shopper[] | undefined;
  /** Whether other rows are loading that will replace these. */
  isPageLoading: boolean;
  /** Names of customer groups by id. */
  groups: ReadonlyMap<number, string>;
  selected: ReadonlyMap<string, Shopper>;
  onSelect: (shoppers: readonly Shopper[], on: boolean) => void;
  onRemove: (shoppers: readonly Shopper[]) => void;
}

export const ShoppersTable = memo(function ShoppersTable(props: Props) {
  const { rows, isPageLoading, groups, selected, onSelect, onRemove } = props;
  const t = useTranslations('segment');
  const format = useLocalFormatter();
  const timeZone = useStoreTimeZone();
  const labelOf = useShopperLabel();
  const [menu, setMenu] = useState<{ shopper: Shopper; toggle: HTMLElement }>();
  const closeMenu = useCallback(() => setMenu(undefined), []);
  const toggleMenu = useCallback(
    (shopper: Shopper, toggle: HTMLElement) =>
      setMenu((open) => (open?.toggle === toggle ? undefined : { shopper, toggle })),
    [],
  );
  const chosenIds = useMemo(() => new Set(selected.keys()), [selected]);
  const selectIds = (ids: readonly string[], on: boolean) =>
    onSelect(rows?.filter(({ profileId }) => ids.includes(profileId)) ?? [], on);
  return (
    <TableRoom>
      <ShoppersTableStyle
        aria-busy={!rows || isPageLoading}
        aria-label={t('table')}
        data-page-loading={isPageLoading || undefined}
      >
        <thead>
          <tr>
            <th scope="col">
              <SelectPage
                onSelect={selectIds}
                items={rows?.map(({ profileId: id }) => ({ id })) ?? []}
                selected={chosenIds}
              />
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>{t('column.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows?.map((shopper) => (
            <ShopperRow
              format={format}
              group={groups.get(shopper.customer?.groupId ?? 0)}
              key={shopper.profileId}
              menuOpen={menu?.shopper.profileId === shopper.profileId}
              label={labelOf(shopper)}
              onMenu={toggleMenu}
              onSelect={onSelect}
              selected={selected.has(shopper.profileId)}
              shopper={shopper}
              t={t}
              timeZone={timeZone}
            />
          )) ?? <SkeletonRows columns={columns.length} text={t('loading')} />}
        </tbody>
      </ShoppersTableStyle>
      {menu && (
        <RowMenu
          items={[
            {
              content: t('menu.remove'),
              actionType: 'destructive',
              onItemClick: () => onRemove([menu.shopper]),
            },
          ]}
          label={t('menu.label', { name: labelOf(menu.shopper) })}
          onClose={closeMenu}
          toggle={menu.toggle}
        />
      )}
    </TableRoom>
  );
});
