'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { styled } from 'styled-components';
import { ownDirection } from '../ui/own-direction.ts';
import { checkboxes } from '../ui/table-controls-style.ts';

/** Rows that can be ticked at any place, with a link to the segment at the end. */
export const ChecklistRows = styled.ul`
  border-top: 1px solid ${theme.colors.secondary30};
  color: ${theme.colors.secondary70};
  line-height: ${theme.lineHeight.medium};
  list-style: none;
  margin: 0;
  padding: 0;

  li {
    align-items: center;
    border-bottom: 1px solid ${theme.colors.secondary30};
    display: grid;
    grid-template-columns: 1fr auto;
    padding-right: ${theme.spacing.xSmall};
  }

  li:hover {
    background: ${theme.colors.secondary10};
  }

  label {
    cursor: pointer;
    display: grid;
    gap: 0 ${theme.spacing.small};
    grid-template-columns: auto 1fr;
    overflow-wrap: anywhere;
    padding: ${theme.spacing.small} ${theme.spacing.xSmall} ${theme.spacing.small}
      ${theme.spacing.medium};
  }

  input {
    grid-row: span 2;
  }

  label > :is(span, small) {
    ${ownDirection}
  }

  small {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    color: ${theme.colors.secondary60};
    display: -webkit-box;
    font-size: inherit;
    grid-column: 2;
    overflow: hidden;
  }

  a {
    align-items: center;
    border-radius: ${theme.borderRadius.normal};
    color: ${theme.colors.secondary60};
    display: flex;
    height: 36px;
    justify-content: center;
    position: relative;
    width: 36px;
  }

  /* A chevron, without an SVG in every row. */
  a::before {
    border-right: 2px solid;
    border-top: 2px solid;
    content: '';
    height: 7px;
    transform: rotate(45deg);
    width: 7px;
  }

  a:hover {
    background: ${theme.colors.primary10};
    color: ${theme.colors.primary50};
  }

  ${checkboxes}

  :is(a, input):focus-visible {
    outline: 2px solid ${theme.colors.primary};
    outline-offset: 2px;
  }

  li[data-skeleton] {
    padding: ${theme.spacing.small} ${theme.spacing.medium};
  }

  i {
    background: ${theme.colors.secondary20};
    border-radius: ${theme.borderRadius.normal};
    height: 16px;
    margin-block: 4px;
    max-width: 16rem;
  }

  ${theme.breakpoints.tablet} {
    label,
    li[data-skeleton] {
      padding-left: ${theme.spacing.xLarge};
    }

    li {
      padding-right: ${theme.spacing.medium};
    }
  }
`;
