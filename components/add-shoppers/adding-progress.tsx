'use client';

import { Text } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';
import { CUSTOMERS_PER_ADDITION } from '@/lib/limits/limits.ts';
import { JobProgress } from '../jobs/job-progress.tsx';
import type { AddJobState } from './use-adding.ts';

interface Props {
  job: AddJobState;
  onCancel: () => void;
}

/** How many customers have been added, and how long the job waits for the request limit. */
export function AddingProgress({ job, onCancel }: Props) {
  const { done, total, waitsUntil, stop } = job;
  const t = useTranslations('adding.progress');
  const isWaiting = waitsUntil !== undefined;
  return (
    <Rows>
      <JobProgress
        onCancel={total > CUSTOMERS_PER_ADDITION || isWaiting ? onCancel : undefined}
        progress={{ done, total, cancelling: stop.signal.aborted }}
        text={isWaiting ? t('waiting') : t('done', { done, total })}
      />
      {isWaiting && <Countdown until={waitsUntil} />}
      {total > CUSTOMERS_PER_ADDITION && <Text>{t('leave')}</Text>}
    </Rows>
  );
}

/** Not part of the live region: screen readers would announce every second. */
function Countdown({ until }: { until: number }) {
  const t = useTranslations('adding.progress');
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <Text>{t('goesOn', { seconds: Math.max(1, Math.ceil((until - now) / 1_000)) })}</Text>;
}

const Rows = styled.div`
  line-height: ${theme.lineHeight.medium};
  margin-top: ${theme.spacing.medium};

  > div {
    padding-inline: 0;
  }
`;
