'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { css } from 'styled-components';

/** Checkboxes that look like BigDesign's but need only one element each. */
export const checkboxes = css`
  input[type='checkbox'] {
    appearance: none;
    background: ${theme.colors.white} center / 16px no-repeat;
    border: 1px solid ${theme.colors.secondary50};
    border-radius: ${theme.borderRadius.normal};
    cursor: pointer;
    display: block;
    height: 24px;
    margin: 0;
    width: 24px;
  }

  input[type='checkbox']:is(:checked, :indeterminate) {
    background-color: ${theme.colors.primary};
    border-color: ${theme.colors.primary};
  }

  input[type='checkbox']:checked {
    background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='m3 8 3.5 3.5L13 5' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E");
  }

  input[type='checkbox']:indeterminate {
    background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M3 8h10' stroke='white' stroke-width='2'/%3E%3C/svg%3E");
  }

  input[type='checkbox']:disabled {
    border-color: ${theme.colors.secondary30};
    cursor: default;
  }

  /* The browser's own shows its ticks in colors that the user can see. */
  @media (forced-colors: active) {
    input[type='checkbox'] {
      appearance: auto;
    }
  }
`;

/** Links in rows. */
export const links = css`
  tbody a {
    border-radius: ${theme.borderRadius.normal};
    color: ${theme.colors.primary60};
    text-decoration: none;
  }

  tbody a:hover {
    text-decoration: underline;
  }
`;

/** Buttons in headings, and the button of the menu at the end of each row. */
export const buttons = css`
  button {
    align-items: center;
    background: none;
    border: 0;
    border-radius: ${theme.borderRadius.normal};
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    gap: ${theme.spacing.xxSmall};
    min-height: 36px;
    min-width: 36px;
    padding: 0;
  }

  thead button {
    width: 100%;
  }

  tbody button {
    color: ${theme.colors.secondary60};
    justify-content: center;
  }

  /* Draws the three dots of BigDesign's icon without an SVG in every row. */
  tbody button::before {
    background: radial-gradient(circle, currentColor 1.9px, transparent 2.1px) 0 0 / 6px 100%;
    content: '';
    height: 6px;
    width: 18px;
  }

  @media (forced-colors: active) {
    tbody button::before {
      background: none;
      content: '•••';
      height: auto;
      width: auto;
    }
  }

  tbody button:hover {
    background: ${theme.colors.primary10};
    color: ${theme.colors.primary50};
  }

  :is(a, button, input):focus-visible {
    outline: 2px solid ${theme.colors.primary};
    outline-offset: 2px;
  }
`;
