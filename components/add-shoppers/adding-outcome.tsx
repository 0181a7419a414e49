'use client';

import { Button, Text } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { styled } from 'styled-components';
import { Notice } from '../ui/notice.ts';
import { retryJob } from './adding-state.ts';
import { NotAddedList } from './not-added-list.tsx';
import type { useAdding } from './use-adding.ts';
import { useAddingSummary } from './use-adding-summary.ts';

interface Props {
  adding: ReturnType<typeof useAdding>;
  segmentName: string;
}

/** Unless the last job added everybody: who was not added, why, and a button to try again. */
export function AddingOutcome({ adding: { ended, chosen, job, start }, segmentName }: Props) {
  const t = useTranslations('adding.outcome');
  const summarize = useAddingSummary();
  const summary = ended && summarize(ended, segmentName);
  const rest = ended && retryJob(ended);
  const chosenIds = new Set(chosen.map(({ id }) => id));
  const areChosen = rest && !rest.matching && rest.customers.every(({ id }) => chosenIds.has(id));
  // Screen readers announce the text only if the region was there before it.
  return (
    <div role="status">
      {ended && summary && summary.type !== 'success' && (
        <OutcomeBox $type="warning">
          <Text>{summary.text}</Text>
          <NotAddedList notAdded={ended.notAdded} />
          {rest && <Text>{areChosen ? t('stillChosen') : t('again')}</Text>}
          {rest && !areChosen && (
            <Button
              disabled={job !== undefined}
              onClick={() => start(rest)}
              type="button"
              variant="secondary"
            >
              <span>{ended.notAdded.length > 0 || ended.failure ? t('retry') : t('goOn')}</span>
            </Button>
          )}
        </OutcomeBox>
      )}
    </div>
  );
}

const OutcomeBox = styled(Notice)`
  margin-top: ${theme.spacing.medium};
`;
