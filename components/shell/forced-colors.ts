'use client';

import { createGlobalStyle } from 'styled-components';

/**
 * For users whose browser replaces all colors by a few of their own, which also removes shadows and
 * gradients. BigDesign shows focus and the edges of dialogs with these alone.
 */
export const ForcedColors = createGlobalStyle`
  @media (forced-colors: active) {
    html :focus-visible {
      outline: 2px solid Highlight !important;
    }

    /* An outline outside of them would be cut off. */
    html :is(input:not([type='checkbox']), textarea):focus-visible {
      outline-offset: -2px;
    }

    html :is(button, [type='submit']):is(:disabled, [aria-disabled='true']) {
      border-color: GrayText;
      color: GrayText;
    }

    html svg {
      color: inherit;
      fill: currentColor;
    }

    [role='dialog'] > *,
    [role='menu'],
    aside {
      border: 1px solid CanvasText;
    }

    [data-skeleton] i {
      border: 1px solid GrayText;
    }
  }
`;
