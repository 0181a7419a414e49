'use client';

import { Button } from '@bigcommerce/big-design';
import { ChevronLeftIcon, ChevronRightIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { styled } from 'styled-components';
import { type PageSize, pageSizes, type View } from '@/lib/segments/view.ts';

interface Props {
  page: number;
  pages: number;
  limit: PageSize;
  found: number;
  onChange: (change: Partial<View>) => void;
}

/** BigDesign's pagination fills in its range only after hydration, and its menu fails axe. */
export const Pagination = memo(function Pagination({ page, pages, limit, found, onChange }: Props) {
  const t = useTranslations('segments');
  const start = found === 0 ? 0 : (page - 1) * limit + 1;
  const end = Math.min(page * limit, found);
  return (
    <Nav aria-label={t('pagination')}>
      <select
        aria-label={t('pageSize')}
        onChange={(event) => {
          const chosen = pageSizes.find((size) => String(size) === event.target.value);
          if (chosen) onChange({ limit: chosen });
        }}
        value={limit}
      >
        {pageSizes.map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </select>
      <span>{t('range', { start, end, total: found })}</span>
      <Turn>
        <Button
          aria-label={t('previousPage')}
          disabled={page <= 1}
          iconOnly={<ChevronLeftIcon />}
          mobileWidth="auto"
          onClick={() => onChange({ page: page - 1 })}
          type="button"
          variant="subtle"
        />
        <Button
          aria-label={t('nextPage')}
          disabled={page >= pages}
          iconOnly={<ChevronRightIcon />}
          mobileWidth="auto"
          onClick={() => onChange({ page: page + 1 })}
          type="button"
          variant="subtle"
        />
      </Turn>
    </Nav>
  );
});

const Nav = styled.nav`
  align-items: center;
  color: ${theme.colors.secondary70};
  display: flex;
  flex-wrap: wrap;
  gap: ${theme.spacing.xSmall};
  justify-content: flex-end;
  margin-left: auto;
  white-space: nowrap;
  select {
    background: ${theme.colors.white};
    border: 1px solid ${theme.colors.secondary50};
    border-radius: ${theme.borderRadius.normal};
    color: inherit;
    cursor: pointer;
    font: inherit;
    height: 36px;
    padding: 0 ${theme.spacing.xSmall};
  }

  select:focus-visible {
    outline: 2px solid ${theme.colors.primary};
  }
`;

const Turn = styled.span`
  display: flex;

  && > button {
    margin: 0;
  }
`;
