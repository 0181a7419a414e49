'use client';

import { styled } from 'styled-components';

/** BigDesign's panel without its padding, so that the table reaches the edges. */
export const ListPanel = styled.section`
  ${({ theme }) => theme.shadow.raised}
  background: ${({ theme }) => theme.colors.white};
  outline: none;
  padding: ${({ theme }) => theme.spacing.xLarge} 0 0;
`;
