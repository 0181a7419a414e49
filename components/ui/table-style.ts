'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { css, keyframes, styled } from 'styled-components';
import { ownDirection } from './own-direction.ts';
import { buttons, checkboxes, links } from './table-controls-style.ts';

const appear = keyframes`
  from { background-color: ${theme.colors.primary30}; }
`;

const states = css`
  tbody tr:hover {
    background: ${theme.colors.secondary10};
  }

  tr[data-selected] {
    background: ${theme.colors.primary10};
  }

  tr[data-highlighted] {
    background: ${theme.colors.primary10};
    box-shadow: inset 4px 0 ${theme.colors.primary};
  }

  @media (prefers-reduced-motion: no-preference) {
    tr[data-highlighted] {
      animation: ${appear} 2s ease-out;
    }
  }

  @media (forced-colors: active) {
    tr:is([data-selected], [data-highlighted]) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    tr[data-highlighted] {
      outline-style: dashed;
    }
  }

  tr[aria-busy] {
    font-style: italic;
  }

  tr[data-skeleton] i {
    background: ${theme.colors.secondary20};
    border-radius: ${theme.borderRadius.normal};
    display: block;
    height: 16px;
    max-width: 16rem;
  }
`;

const checkboxColumn = `(${theme.spacing.medium} + 24px + ${theme.spacing.xSmall})`;

/**
 * For narrow tables: stacks the cells of each row, so that none is cut off and nothing scrolls
 * sideways.
 * @param cells how many there are between a row's first cell and its last
 */
export const stacked = (cells: number) => css`
  thead tr {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    padding-left: calc${checkboxColumn};
  }

  /* Stays in the column of checkboxes when the other headings take two lines. */
  thead th:first-child {
    margin-left: calc(-1 * ${checkboxColumn});
  }

  thead th:nth-child(n) {
    white-space: nowrap;
    width: auto;
  }

  tbody tr {
    border-bottom: 1px solid ${theme.colors.secondary30};
    display: grid;
    grid-template-columns: auto 1fr auto;
    padding-block: ${theme.spacing.xSmall};
  }

  :is(tbody, thead) :is(td, th) {
    border: 0;
    padding-inline: ${theme.spacing.xSmall};
    padding-block: ${theme.spacing.xxSmall};
    width: auto;
  }

  tbody > tr > * {
    grid-column: 2;
  }

  :is(tbody, thead) > tr > :first-child {
    padding-left: ${theme.spacing.medium};
  }

  :is(tbody, thead) > tr > :last-child {
    padding-right: ${theme.spacing.medium};
  }

  tbody > tr > :first-child {
    grid-area: 1 / 1 / span ${cells};
  }

  tbody > tr > :last-child {
    grid-area: 1 / 3 / span ${cells};
  }
`;

/**
 * A table whose first column holds checkboxes and whose last column holds menus. It takes the place
 * of BigDesign's Table, which the keyboard can't sort.
 */
export const Table = styled.table`
  border-spacing: 0;
  color: ${theme.colors.secondary70};
  font-size: ${theme.typography.fontSize.medium};
  line-height: ${theme.lineHeight.medium};
  table-layout: fixed;
  text-align: left;
  width: 100%;

  td,
  tbody span {
    ${ownDirection}
  }

  :is(td, th) {
    border-bottom: 1px solid ${theme.colors.secondary30};
    font-weight: ${theme.typography.fontWeight.regular};
    overflow-wrap: anywhere;
    padding: ${theme.spacing.xSmall} ${theme.spacing.small};
  }

  thead th {
    border-top: 1px solid ${theme.colors.secondary30};
    font-weight: ${theme.typography.fontWeight.semiBold};
  }

  thead th:first-child {
    width: 24px;
  }

  thead th:last-child {
    width: 36px;
  }

  :is(td, th):first-child {
    padding-left: ${theme.spacing.xLarge};
  }

  :is(td, th):last-child {
    padding-right: ${theme.spacing.xLarge};
  }

  tbody span {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    display: -webkit-box;
    overflow: hidden;
  }

  ${checkboxes}
  ${links}
  ${buttons}
  ${states}
`;
