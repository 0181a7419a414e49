'use client';

import { ChevronLeftIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { styled } from 'styled-components';

/** A link from a screen to the one above it. */
export function BackLink({ href, text }: { href: string; text: string }) {
  return (
    <Back href={href}>
      <ChevronLeftIcon size="large" />
      {text}
    </Back>
  );
}

const Back = styled.a`
  align-items: center;
  border-radius: ${theme.borderRadius.normal};
  color: ${theme.colors.primary60};
  display: inline-flex;
  gap: ${theme.spacing.xxSmall};
  margin-bottom: ${theme.spacing.xSmall};
  min-height: 24px;
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }

  &:focus-visible {
    outline: 2px solid ${theme.colors.primary};
    outline-offset: 2px;
  }
`;
