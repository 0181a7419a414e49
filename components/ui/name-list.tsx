'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { styled } from 'styled-components';
import { ownDirection } from './own-direction.ts';

interface Named {
  id: string | number;
  name: string;
}

/** Lists all names. Many of them scroll in the list, by the keyboard, too. */
export function NameList({ label, items }: { label: string; items: readonly Named[] }) {
  return (
    <Names aria-label={label} tabIndex={0}>
      {items.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </Names>
  );
}

const Names = styled.ul`
  color: ${theme.colors.secondary70};
  line-height: ${theme.lineHeight.medium};
  margin: 0 0 ${theme.spacing.medium};
  max-height: 12rem;
  overflow: auto;
  overflow-wrap: anywhere;
  padding-left: ${theme.spacing.xLarge};

  &:focus-visible {
    outline: 2px solid ${theme.colors.primary};
  }

  li {
    ${ownDirection}
  }
`;
