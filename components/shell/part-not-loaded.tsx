'use client';

import { Button, H2, Text } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { styled } from 'styled-components';

/** Takes the place of a part of the screen whose code could not be loaded. */
export function PartNotLoaded({ onClose }: { onClose?: (() => void) | undefined }) {
  const t = useTranslations('shell');
  const titleId = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    <Box aria-labelledby={titleId} onClose={onClose} ref={box}>
      <H2 id={titleId}>{t('notLoaded.title')}</H2>
      <Text>{t('notLoaded.text')}</Text>
      <Button mobileWidth="auto" onClick={() => location.reload()} type="button">
        {t('reload')}
      </Button>
      <Button
        mobileWidth="auto"
        onClick={() => box.current?.close()}
        type="button"
        variant="subtle"
      >
        {t('notLoaded.close')}
      </Button>
    </Box>
  );
}

const Box = styled.dialog`
  border: 0;
  border-radius: ${theme.borderRadius.normal};
  box-sizing: border-box;
  color: ${theme.colors.secondary70};
  max-width: min(36rem, calc(100vw - 2rem));
  padding: ${theme.spacing.xLarge};
`;
