'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { styled } from 'styled-components';
import { ownDirection } from './own-direction.ts';

const namesShown = 5;

interface Named {
  id: string | number;
  name: string;
}

/** Lists the first few names, and says how many more there are. */
export function NameList({ items }: { items: readonly Named[] }) {
  const t = useTranslations('ui.names');
  const more = items.length - namesShown;
  return (
    <Names>
      {items.slice(0, namesShown).map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
      {more > 0 && <li>{t('more', { count: more })}</li>}
    </Names>
  );
}

const Names = styled.ul`
  color: ${theme.colors.secondary70};
  line-height: ${theme.lineHeight.medium};
  margin: 0 0 ${theme.spacing.medium};
  padding-left: ${theme.spacing.xLarge};

  li {
    ${ownDirection}
  }
`;
