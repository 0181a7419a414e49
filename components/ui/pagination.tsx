'use client';

import { Button } from '@bigcommerce/big-design';
import { ChevronLeftIcon, ChevronRightIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { memo, type ReactElement } from 'react';
import { styled } from 'styled-components';
import { NativeSelect } from './native-select.ts';

interface Props {
  /** The accessible name of the pagination. */
  label: string;
  currentPage: number;
  itemsPerPage: number;
  totalItems: number;
  onPageChange: (page: number) => void;
  /** The sizes that a page can have. Without them there is nothing to choose. */
  itemsPerPageOptions?: readonly number[];
  /** The accessible name of the choice of a page's size. */
  itemsPerPageLabel?: string;
  /** Called with one of the options. */
  onItemsPerPageChange?: (itemsPerPage: number) => void;
}

/**
 * Takes the place of BigDesign's OffsetPagination, which fills in its range only after hydration
 * and whose menu breaks rules of ARIA.
 */
export const Pagination = memo(function Pagination(props: Props) {
  const { label, currentPage, itemsPerPage, totalItems, onPageChange } = props;
  const { itemsPerPageOptions, itemsPerPageLabel, onItemsPerPageChange } = props;
  const t = useTranslations('ui.pagination');
  const start = totalItems === 0 ? 0 : (currentPage - 1) * itemsPerPage + 1;
  const end = Math.min(currentPage * itemsPerPage, totalItems);
  const isFirst = currentPage <= 1;
  const isLast = end === totalItems;
  const isOnly = isFirst && isLast;
  return (
    <Nav aria-label={label}>
      {itemsPerPageOptions && (
        <NativeSelect
          aria-label={itemsPerPageLabel}
          onChange={(event) => onItemsPerPageChange?.(Number(event.target.value))}
          value={itemsPerPage}
        >
          {itemsPerPageOptions.map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </NativeSelect>
      )}
      <span role="status">{t('range', { start, end, total: totalItems })}</span>
      <Buttons>
        <PageButton
          isEnd={isFirst}
          isOnly={isOnly}
          label={t('previousPage')}
          onPageChange={onPageChange}
          page={currentPage - 1}
        >
          {previousIcon}
        </PageButton>
        <PageButton
          isEnd={isLast}
          isOnly={isOnly}
          label={t('nextPage')}
          onPageChange={onPageChange}
          page={currentPage + 1}
        >
          {nextIcon}
        </PageButton>
      </Buttons>
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
`;

interface PageButtonProps {
  label: string;
  /** The page that the button leads to. */
  page: number;
  /** There is no page further on. */
  isEnd: boolean;
  /** There is only one page. */
  isOnly: boolean;
  onPageChange: (page: number) => void;
  children: ReactElement;
}

/**
 * A component of its own, so that it is not rendered again when only the number of items changes.
 */
const PageButton = memo(function PageButton(props: PageButtonProps) {
  const { label, page, isEnd, isOnly, onPageChange, children } = props;
  return (
    <Button
      // With `disabled`, the button would lose the focus as soon as it has led to the last page.
      aria-disabled={isEnd}
      aria-label={label}
      disabled={isOnly}
      iconOnly={children}
      mobileWidth="auto"
      onClick={() => isEnd || onPageChange(page)}
      type="button"
      variant="subtle"
    />
  );
});

const previousIcon = <ChevronLeftIcon />;
const nextIcon = <ChevronRightIcon />;

const Buttons = styled.span`
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
