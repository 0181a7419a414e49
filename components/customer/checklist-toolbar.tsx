'use client';

import { Button } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { ChecklistView } from '@/lib/customers/checklist-view.ts';
import { Toolbar } from '../table/toolbar.tsx';

const choices = ['all', 'in'] as const;

interface Props {
  /** How many of how many segments the person is in. */
  summary?: string | undefined;
  /** How many match the search. */
  found?: string | undefined;
  /** How the last change ended. */
  said?: string | undefined;
  show: ChecklistView['show'];
  onShow?: (show: ChecklistView['show']) => void;
  /** Pages. */
  children?: ReactNode;
}

/** Where the customer stands, and which segments to show. */
export function ChecklistToolbar(props: Props) {
  const { summary, found, said, show, onShow, children } = props;
  const t = useTranslations('customer.show');
  return (
    <>
      <Toolbar>
        <Choices aria-label={t('label')} role="group">
          {choices.map((choice) => (
            <Button
              aria-pressed={choice === show}
              disabled={!onShow}
              key={choice}
              mobileWidth="auto"
              onClick={() => onShow?.(choice)}
              type="button"
              variant={choice === show ? 'secondary' : 'subtle'}
            >
              {t(choice)}
            </Button>
          ))}
        </Choices>
        {children}
      </Toolbar>
      <Standing>
        <span role="status">{[summary, found].filter(Boolean).join(' · ')}</span>
        <Said role="status">{said}</Said>
      </Standing>
    </>
  );
}

const Choices = styled.div`
  display: flex;
  gap: ${theme.spacing.xxSmall};

  && > button {
    margin: 0;
  }
`;

const Standing = styled.div`
  color: ${theme.colors.secondary70};
  display: grid;
  gap: 0 ${theme.spacing.medium};
  line-height: ${theme.lineHeight.medium};
  padding: 0 ${theme.spacing.medium} ${theme.spacing.small};

  ${theme.breakpoints.tablet} {
    grid-template-columns: auto 1fr;
    padding-inline: ${theme.spacing.xLarge};
  }
`;

/** Takes the same room whatever it says, so that rows stay under the pointer. */
const Said = styled.span`
  min-height: ${theme.lineHeight.medium};
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;
