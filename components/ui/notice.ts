'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { styled } from 'styled-components';

export type NoticeType = 'success' | 'warning' | 'error';

const colors = {
  success: { edge: theme.colors.success, background: theme.colors.success10 },
  warning: { edge: theme.colors.warning50, background: theme.colors.warning10 },
  error: { edge: theme.colors.danger, background: theme.colors.danger10 },
};

/** A box that says what happened, in the colors of BigDesign's messages. */
export const Notice = styled.div<{ $type: NoticeType }>`
  background: ${({ $type }) => colors[$type].background};
  border-left: 4px solid ${({ $type }) => colors[$type].edge};
  color: ${theme.colors.secondary70};
  line-height: ${theme.lineHeight.medium};
  overflow-wrap: anywhere;
  padding: ${theme.spacing.small};
`;
