'use client';

import { Button, H2 } from '@bigcommerce/big-design';
import { CloseIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { Tabs } from '../ui/tabs.tsx';
import { AddingOutcome } from './adding-outcome.tsx';
import { AddingProgress } from './adding-progress.tsx';
import { ByMatch } from './by-match.tsx';
import { BySearch } from './by-search.tsx';
import { blankDraft } from './filter-draft.ts';
import { type Choice, useKeptChoice } from './kept-choice.ts';
import { type Reports, useAdding } from './use-adding.ts';

interface Props extends Reports {
  segment: { id: string; name: string };
  /** What was chosen before the page was loaded again. */
  reopened?: Choice | undefined;
  onClose: () => void;
}

type Way = 'search' | 'match';

/** A panel beside the shoppers in which the user chooses customers and adds them to the segment. */
export function AddingPanel(props: Props) {
  const { segment, reopened, onClose, onChanged, reportGone } = props;
  const t = useTranslations('adding');
  const adding = useAdding(segment, { onChanged, reportGone });
  const [draft, setDraft] = useState(reopened?.draft ?? blankDraft);
  const isByMatch = reopened?.chosen.length === 0;
  const [way, setWay] = useState<Way>(isByMatch ? 'match' : 'search');
  const titleId = useId();
  const { chosen, choose, setOpen } = adding;
  useEffect(() => {
    for (const customer of reopened?.chosen ?? []) choose(customer, true);
  }, [reopened, choose]);
  useKeptChoice({ segmentId: segment.id, chosen, draft });
  useEffect(() => {
    setOpen(true);
    return () => setOpen(false);
  }, [setOpen]);

  // The button that started the job is disabled and may disappear, so the panel takes the focus.
  const panel = useRef<HTMLElement>(null);
  const isBusy = adding.job !== undefined;
  useEffect(() => {
    if (isBusy) panel.current?.focus();
  }, [isBusy]);

  return (
    <Panel aria-labelledby={titleId} ref={panel} tabIndex={-1}>
      <header>
        <H2 id={titleId} marginBottom="none">
          {t('title')}
        </H2>
        <Button
          aria-label={t('close')}
          iconOnly={<CloseIcon />}
          mobileWidth="auto"
          onClick={onClose}
          type="button"
          variant="subtle"
        />
      </header>
      <Tabs
        activeTab={way}
        aria-label={t('ways')}
        items={[
          {
            id: 'search',
            title: t('search.tab'),
            content: <BySearch adding={adding} segmentId={segment.id} />,
          },
          {
            id: 'match',
            title: t('match.tab'),
            content: <ByMatch adding={adding} draft={draft} onDraft={setDraft} />,
          },
        ]}
        onTabClick={setWay}
      />
      {adding.job && <AddingProgress job={adding.job} onCancel={adding.cancel} />}
      <AddingOutcome adding={adding} segmentName={segment.name} />
    </Panel>
  );
}

const Panel = styled.aside`
  ${theme.shadow.raised}
  background: ${theme.colors.white};
  color: ${theme.colors.secondary70};
  outline: none;
  overflow-wrap: anywhere;
  padding: ${theme.spacing.medium};

  ${theme.breakpoints.tablet} {
    padding: ${theme.spacing.xLarge};
  }

  ${theme.breakpoints.desktop} {
    box-sizing: border-box;
    max-height: calc(100dvh - 2 * ${theme.spacing.medium});
    overflow: auto;
  }

  > header {
    align-items: center;
    display: flex;
    justify-content: space-between;
    margin-bottom: ${theme.spacing.small};
  }

  > header button {
    margin: 0;
    width: auto;
  }

  [role='tabpanel'] {
    padding-top: ${theme.spacing.medium};
  }
`;
