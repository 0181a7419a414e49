'use client';

import { Button } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';
import type { Progress } from './use-job.ts';

const shownAfterMs = 1_000;

interface Props {
  progress: Progress;
  /** Says how much has been done so far. */
  text: string;
  /** Undefined if the job can't be cancelled. */
  onCancel?: (() => void) | undefined;
}

/** The progress of a job that takes longer than a moment. */
export function JobProgress({ progress: { done, total, cancelling }, text, onCancel }: Props) {
  const t = useTranslations('jobs');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), shownAfterMs);
    return () => clearTimeout(timer);
  }, []);
  const status = cancelling ? t('stopping') : text;
  return (
    <Row>
      {/* Screen readers announce the text only if the element was there before it. */}
      <span role="status">{shown && status}</span>
      {shown && <progress aria-label={status} max={total} value={done} />}
      {shown && onCancel && (
        <Button
          aria-disabled={cancelling}
          mobileWidth="auto"
          onClick={onCancel}
          type="button"
          variant="subtle"
        >
          {t('cancel')}
        </Button>
      )}
    </Row>
  );
}

const Row = styled.div`
  align-items: center;
  color: ${theme.colors.secondary70};
  display: flex;
  flex-wrap: wrap;
  gap: ${theme.spacing.small};
  padding: 0 ${theme.spacing.xLarge};

  &:has(progress) {
    padding-bottom: ${theme.spacing.small};
  }

  && > button[aria-disabled='true'] {
    background: none;
    color: ${theme.colors.secondary30};
    cursor: default;
  }

  progress {
    accent-color: ${theme.colors.primary};
    flex: 1 1 8rem;
  }
`;
