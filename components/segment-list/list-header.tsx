'use client';

import { Button, H1, Text } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { styled } from 'styled-components';
import { HelpLink } from '../segments/help-link.tsx';

interface Props {
  /** A stable function; undefined while nothing can be created yet. */
  onCreate?: (() => void) | undefined;
  /** Called when the user is likely to press the button next. */
  onCreateLikely?: (() => void) | undefined;
}

/** The list's title and introduction, and the button that creates a segment. */
export const ListHeader = memo(function ListHeader({ onCreate, onCreateLikely }: Props) {
  const t = useTranslations('segments');
  return (
    <Header>
      <div>
        <H1 marginBottom="xxSmall">{t('title')}</H1>
        <Text margin="none">
          {t('intro')} <HelpLink />
        </Text>
      </div>
      <Button disabled={!onCreate} onClick={onCreate} onPointerEnter={onCreateLikely} type="button">
        {t('create')}
      </Button>
    </Header>
  );
});

const Header = styled.header`
  display: flex;
  flex-direction: column;
  gap: ${theme.spacing.xLarge};

  ${theme.breakpoints.tablet} {
    align-items: start;
    flex-direction: row;
    justify-content: space-between;
  }
`;
