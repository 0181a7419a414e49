'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { ChecklistQuery } from '@/lib/customers/checklist-query.ts';
import { Toolbar } from '../ui/toolbar.tsx';

const choices = ['all', 'in'] as const;

interface Props {
  /** Says how many segments the customer is in, and how many match the search. */
  summary?: string | undefined;
  /** Says how the last change ended. */
  outcome?: string | undefined;
  show: ChecklistQuery['show'];
  onShow?: (show: ChecklistQuery['show']) => void;
  /** The pagination. */
  children?: ReactNode;
}

/** A summary, how the last change ended, and the choice of which segments to show. */
export function ChecklistToolbar(props: Props) {
  const { summary, outcome, show, onShow, children } = props;
  const t = useTranslations('customer.show');
  return (
    <>
      <Toolbar>
        <Choices aria-label={t('label')} role="group">
          {choices.map((choice) => (
            <button
              aria-pressed={choice === show}
              disabled={!onShow}
              key={choice}
              onClick={() => onShow?.(choice)}
              type="button"
            >
              {t(choice)}
            </button>
          ))}
        </Choices>
        {children}
      </Toolbar>
      <Status>
        <span role="status">{summary}</span>
        <Outcome role="status">{outcome}</Outcome>
      </Status>
    </>
  );
}

const Choices = styled.div`
  display: flex;
  gap: ${theme.spacing.xxSmall};

  button {
    background: none;
    border: 1px solid transparent;
    border-radius: ${theme.borderRadius.normal};
    color: inherit;
    cursor: pointer;
    font: inherit;
    height: 36px;
    padding: 0 ${theme.spacing.medium};
  }

  button:hover:enabled {
    background: ${theme.colors.secondary10};
  }

  button[aria-pressed='true'] {
    border-color: ${theme.colors.primary};
    color: ${theme.colors.primary60};
  }

  button:disabled {
    border-color: transparent;
    color: ${theme.colors.secondary50};
    cursor: default;
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  button:focus-visible {
    outline: 2px solid ${theme.colors.primary};
    outline-offset: 2px;
  }
`;

const Status = styled.div`
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

/** Takes the same room with and without text, so that rows stay under the pointer. */
const Outcome = styled.span`
  min-height: ${theme.lineHeight.medium};
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;
