'use client';

import { Button } from '@bigcommerce/big-design';
import { ChevronLeftIcon, ChevronRightIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { memo, type ReactElement } from 'react';
import { styled } from 'styled-components';
import { type PageSize, pageSizes, type View } from '@/lib/segments/view.ts';

type Change = Partial<Pick<View, 'page' | 'limit'>>;

interface Props {
  label: string;
  page: number;
  pages: number;
  limit: PageSize;
  /** Pages have the one size. */
  fixed?: boolean;
  found: number;
  onChange: (change: Change) => void;
}

/** BigDesign's pagination fills in its range only after hydration, and its menu fails axe. */
export const Pagination = memo(function Pagination(props: Props) {
  const { label, page, pages, limit, fixed = false, found, onChange } = props;
  const t = useTranslations('segments');
  const start = found === 0 ? 0 : (page - 1) * limit + 1;
  const end = Math.min(page * limit, found);
  const turn = { isAlone: pages === 1, onChange };
  return (
    <Nav aria-label={label}>
      {!fixed && (
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
      )}
      <span role="status">{t('range', { start, end, total: found })}</span>
      <Turns>
        <Turn {...turn} isEnd={page <= 1} text={t('previousPage')} to={page - 1}>
          {previousIcon}
        </Turn>
        <Turn {...turn} isEnd={page >= pages} text={t('nextPage')} to={page + 1}>
          {nextIcon}
        </Turn>
      </Turns>
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

interface TurnProps {
  text: string;
  to: number;
  isEnd: boolean;
  /** There is no other page. */
  isAlone: boolean;
  onChange: (change: Change) => void;
  children: ReactElement;
}

/** Apart, so that a keystroke that only changes how much is found leaves it alone. */
const Turn = memo(function Turn(props: TurnProps) {
  const { text, to, isEnd, isAlone, onChange, children } = props;
  return (
    <Button
      // Disabled, the button would lose the focus when it has led to the last page.
      aria-disabled={isEnd}
      aria-label={text}
      disabled={isAlone}
      iconOnly={children}
      mobileWidth="auto"
      onClick={() => isEnd || onChange({ page: to })}
      type="button"
      variant="subtle"
    />
  );
});

const previousIcon = <ChevronLeftIcon />;
const nextIcon = <ChevronRightIcon />;

const Turns = styled.span`
  display: flex;

  && > button {
    margin: 0;
  }

  && > button[aria-disabled='true'] {
    background: none;
    color: ${theme.colors.secondary30};
    cursor: default;
  }
`;
