'use client';

import { Button } from '@bigcommerce/big-design';
import { WarningIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { styled } from 'styled-components';
import { Notice } from '../ui/notice.ts';
import type { ClientFailure } from './client-failure.ts';
import { useFailureMessage } from './failure-message.ts';

interface Props {
  /** Undefined while the list is up to date. */
  failure: ClientFailure | undefined;
  onRetry: () => void;
}

/**
 * Above a list that could not be refreshed. The live region is there before its text: otherwise
 * screen readers would not announce it.
 */
export function StaleNotice({ failure, onRetry }: Props) {
  const t = useTranslations('failures');
  const failureMessage = useFailureMessage();
  return (
    <div role="status">
      {failure && (
        <StaleBox $type="warning">
          <WarningIcon color="warning50" />
          <span>{[t('stale'), failureMessage(failure)].join(' ')}</span>
          <Button mobileWidth="auto" onClick={onRetry} type="button" variant="subtle">
            {t('retry')}
          </Button>
        </StaleBox>
      )}
    </div>
  );
}

const StaleBox = styled(Notice)`
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
