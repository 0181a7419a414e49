'use client';

import { Button } from '@bigcommerce/big-design';
import { WarningIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { styled } from 'styled-components';
import { Notice } from '../ui/notice.ts';

interface Props {
  /** What failed; undefined if nothing did. */
  text: string | undefined;
  onRetry: () => void;
}

/**
 * Says above a list what could not be read of it. The live region is there before its text:
 * otherwise screen readers would not announce it.
 */
export function RetryNotice({ text, onRetry }: Props) {
  const t = useTranslations('failures');
  return (
    <div role="status">
      {text !== undefined && (
        <NoticeBox $type="warning">
          <WarningIcon color="warning50" />
          <span>{text}</span>
          <Button mobileWidth="auto" onClick={onRetry} type="button" variant="subtle">
            {t('retry')}
          </Button>
        </NoticeBox>
      )}
    </div>
  );
}

const NoticeBox = styled(Notice)`
  align-items: center;
  display: grid;
  gap: ${theme.spacing.small};
  grid-template-columns: auto 1fr;
  margin: 0 ${theme.spacing.medium} ${theme.spacing.medium};

  && > button {
    grid-column: 2;
    justify-self: start;
    margin: 0;
    padding-left: 0;
  }

  ${theme.breakpoints.tablet} {
    grid-template-columns: auto 1fr auto;
    margin-inline: ${theme.spacing.xLarge};

    && > button {
      grid-column: 3;
      padding-left: ${theme.spacing.medium};
    }
  }
`;
