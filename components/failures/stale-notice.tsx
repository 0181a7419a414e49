'use client';

import { Button } from '@bigcommerce/big-design';
import { WarningIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { styled } from 'styled-components';
import type { ClientFailure } from './client-failure.ts';
import { useFailureMessage } from './failure-message.ts';

interface Props {
  /** Undefined while the list is up to date. */
  failure: ClientFailure | undefined;
  onRetry: () => void;
}

/** Above a list that could not be refreshed. What it says would not be announced if it came with it. */
export function StaleNotice({ failure, onRetry }: Props) {
  const t = useTranslations('failures');
  const failureMessage = useFailureMessage();
  return (
    <div role="status">
      {failure && (
        <Notice>
          <WarningIcon color="warning50" />
          <span>
            {t('stale')} {failureMessage(failure)}
          </span>
          <Button mobileWidth="auto" onClick={onRetry} type="button" variant="subtle">
            {t('retry')}
          </Button>
        </Notice>
      )}
    </div>
  );
}

const Notice = styled.div`
  align-items: center;
  background: ${theme.colors.warning10};
  border-left: 4px solid ${theme.colors.warning50};
  color: ${theme.colors.secondary70};
  display: grid;
  gap: ${theme.spacing.small};
  grid-template-columns: auto 1fr;
  line-height: ${theme.lineHeight.medium};
  margin: 0 ${theme.spacing.medium} ${theme.spacing.medium};
  padding: ${theme.spacing.small};

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
