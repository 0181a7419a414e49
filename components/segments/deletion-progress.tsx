'use client';

import { Button } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';

const shownAfterMs = 1_000;

export interface Progress {
  done: number;
  total: number;
  cancelling: boolean;
}

interface Props {
  progress: Progress;
  /** Missing where everything is already on its way. */
  onCancel?: (() => void) | undefined;
}

/** How far a deletion has come, once it takes longer than a moment. */
export function DeletionProgress({ progress: { done, total, cancelling }, onCancel }: Props) {
  const t = useTranslations('segments.deletion');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), shownAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const text = cancelling ? t('stopping') : t('progress', { done, total });
  return (
    <Row>
      <span role="status">{text}</span>
      <progress aria-label={text} max={total} value={done} />
      {onCancel && (
        <Button
          disabled={cancelling}
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
  padding: 0 ${theme.spacing.xLarge} ${theme.spacing.small};

  progress {
    accent-color: ${theme.colors.primary};
    flex: 1 1 8rem;
  }
`;
