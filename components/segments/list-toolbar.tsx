'use client';

import { Button } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

interface Props {
  /** What to say while nothing is selected. */
  summary?: string | undefined;
  selectedCount: number;
  /** How many match the search, if selecting them all would add to the selection. */
  selectable?: number | undefined;
  onSelectAll: () => void;
  onClear: () => void;
  onDelete: () => void;
  children?: ReactNode;
}

/** Above the table: where the store stands, or what to do with the selection; pages at the right. */
export function ListToolbar(props: Props) {
  const { summary, selectedCount, selectable, onSelectAll, onClear, onDelete, children } = props;
  const t = useTranslations('segments.selection');
  return (
    <Bar>
      <span role="status">
        {selectedCount > 0 ? t('count', { count: selectedCount }) : summary}
      </span>
      {selectedCount > 0 && (
        <>
          {selectable !== undefined && (
            <Button mobileWidth="auto" onClick={onSelectAll} type="button" variant="subtle">
              {t('all', { count: selectable })}
            </Button>
          )}
          <Button mobileWidth="auto" onClick={onClear} type="button" variant="subtle">
            {t('clear')}
          </Button>
          <Button
            actionType="destructive"
            mobileWidth="auto"
            onClick={onDelete}
            type="button"
            variant="secondary"
          >
            {t('delete')}
          </Button>
        </>
      )}
      {children}
    </Bar>
  );
}

const Bar = styled.div`
  align-items: center;
  color: ${theme.colors.secondary70};
  display: flex;
  flex-wrap: wrap;
  gap: ${theme.spacing.xSmall};
  line-height: ${theme.lineHeight.medium};
  min-height: 60px;
  padding: ${theme.spacing.small} ${theme.spacing.medium};

  ${theme.breakpoints.tablet} {
    padding-inline: ${theme.spacing.xLarge};
  }

  && > button {
    margin: 0;
  }
`;
