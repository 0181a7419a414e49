'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { styled } from 'styled-components';

/** BigDesign's panel without its padding, so that the table reaches the edges. */
export const ListPanel = styled.section`
  ${theme.shadow.raised}
  background: ${theme.colors.white};
  outline: none;
  padding: ${theme.spacing.xLarge} 0 0;
`;
