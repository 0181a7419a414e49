'use client';

import { Button, H1, Text } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { memo } from 'react';
import { styled } from 'styled-components';
import { HelpLink } from '../segments/help-link.tsx';

interface Props {
  title: string;
  intro: string;
  /** The page's one primary action. */
  action: string;
  /** A stable function; missing while the action is not possible yet. */
  onAction: (() => void) | undefined;
  /** Called when the action is likely to come next. */
  onActionLikely: (() => void) | undefined;
}

/** A page's heading, a way to help, and what one can do here. */
export const PageHeader = memo(function PageHeader(props: Props) {
  const { title, intro, action, onAction, onActionLikely } = props;
  return (
    <Header>
      <div>
        <H1 marginBottom="xxSmall">{title}</H1>
        <Text margin="none">
          {intro} <HelpLink />
        </Text>
      </div>
      <Button disabled={!onAction} onClick={onAction} onPointerEnter={onActionLikely} type="button">
        {action}
      </Button>
    </Header>
  );
});

const Header = styled.header`
  display: flex;
  flex-direction: column;
  gap: ${theme.spacing.xLarge};

  ${theme.breakpoints.tablet} {
    align-items: start;
    flex-direction: row;
    justify-content: space-between;
  }
`;
