'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { styled } from 'styled-components';

/**
 * The bar above a table, for a summary, the actions on a selection and, at the right, the
 * pagination.
 */
export const Toolbar = styled.div`
  align-items: center;
  color: ${theme.colors.secondary70};
  display: flex;
  flex-wrap: wrap;
  gap: ${theme.spacing.xSmall};
  line-height: ${theme.lineHeight.medium};
  min-height: 60px;
  padding: ${theme.spacing.small} ${theme.spacing.medium};

  ${theme.breakpoints.tablet} {
    padding-inline: ${theme.spacing.xLarge};
  }

  && > button {
    margin: 0;
  }
`;
