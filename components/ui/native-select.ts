'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { styled } from 'styled-components';

/** The browser's own `<select>`, in the style of BigDesign's fields. */
export const NativeSelect = styled.select`
  background: ${theme.colors.white};
  border: 1px solid ${theme.colors.secondary50};
  border-radius: ${theme.borderRadius.normal};
  color: ${theme.colors.secondary70};
  cursor: pointer;
  font: inherit;
  height: 36px;
  max-width: 100%;
  padding: 0 ${theme.spacing.xSmall};

  &:focus-visible {
    outline: 2px solid ${theme.colors.primary};
  }
`;
