'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { styled } from 'styled-components';
import { ownDirection } from '../ui/own-direction.ts';
import { checkboxes } from '../ui/table-controls-style.ts';

/** A list of customers with checkboxes; a long list scrolls inside. */
export const OptionList = styled.ul`
  border: 1px solid ${theme.colors.secondary30};
  border-radius: ${theme.borderRadius.normal};
  line-height: ${theme.lineHeight.medium};
  list-style: none;
  margin: 0 0 ${theme.spacing.medium};
  max-height: 20rem;
  overflow: auto;
  overflow-wrap: anywhere;
  padding: 0;

  label {
    align-items: start;
    cursor: pointer;
    display: grid;
    gap: ${theme.spacing.small};
    grid-template-columns: auto 1fr;
    padding: ${theme.spacing.xSmall} ${theme.spacing.small};
  }

  label:hover {
    background: ${theme.colors.secondary10};
  }

  label:has(:disabled) {
    background: ${theme.colors.secondary10};
    cursor: default;
  }

  li + li label {
    border-top: 1px solid ${theme.colors.secondary20};
  }

  label span {
    display: block;
  }

  label :is(span, small) {
    ${ownDirection}
  }

  small {
    color: ${theme.colors.secondary60};
    display: block;
    font-size: inherit;
  }

  ${checkboxes}

  input:focus-visible {
    outline: 2px solid ${theme.colors.primary};
    outline-offset: 2px;
  }
`;
