'use client';

import { Button, H1, Text } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { styled } from 'styled-components';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { shownName, shownText } from '@/lib/i18n/shown-text.ts';
import { HelpLink } from '../segments/help-link.tsx';
import { useListAddress } from '../segments/list-address.ts';
import { BackLink } from '../ui/back-link.tsx';
import { ownDirection } from '../ui/own-direction.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

interface Props {
  /** Undefined while it is loading. */
  segment?: Segment | undefined;
  /** Undefined while the segment is loading or being deleted; the buttons are disabled then. */
  actions?: { onAdd: () => void; onRename: () => void; onDelete: () => void } | undefined;
  addButton?: Ref<HTMLButtonElement>;
}

/** The segment's name and description, and the buttons for its actions. */
export function SegmentHeader({ segment, actions, addButton }: Props) {
  const t = useTranslations('segment');
  const button = { disabled: !actions, mobileWidth: 'auto', type: 'button' } as const;
  return (
    <Header>
      <div>
        <BackLink href={useListAddress()} text={t('back')} />
        <H1 marginBottom="xxSmall">
          {segment ? shownName(segment.name) : <NamePlaceholder text={t('title')} />}
        </H1>
        {segment?.description && (
          <Text marginBottom="xxSmall">{shownText(segment.description)}</Text>
        )}
        <Text margin="none">
          <HelpLink />
        </Text>
      </div>
      <Actions>
        <Button {...button} onClick={actions?.onAdd} ref={addButton}>
          {t('addShoppers')}
        </Button>
        <Button {...button} onClick={actions?.onRename} variant="secondary">
          {t('rename')}
        </Button>
        <Button
          {...button}
          actionType="destructive"
          onClick={actions?.onDelete}
          variant="secondary"
        >
          {t('delete')}
        </Button>
      </Actions>
    </Header>
  );
}

/** Shown in place of the name while it is loading. */
function NamePlaceholder({ text }: { text: string }) {
  return (
    <>
      <VisuallyHidden>{text}</VisuallyHidden>
      <Bar aria-hidden />
    </>
  );
}

const Header = styled.header`
  display: flex;
  flex-direction: column;
  gap: ${theme.spacing.xLarge};
  overflow-wrap: anywhere;

  h1,
  p {
    ${ownDirection}
  }

  ${theme.breakpoints.tablet} {
    align-items: start;
    flex-direction: row;
    justify-content: space-between;
  }
`;

const Actions = styled.div`
  display: flex;
  flex: none;
  flex-wrap: wrap;
  gap: ${theme.spacing.xSmall};

  ${theme.breakpoints.tablet} {
    flex-direction: row-reverse;
  }

  && > button {
    margin: 0;
  }

  /* On the page's grey the red would be too faint. */
  && > button:last-child:not(:hover, :active) {
    background: ${theme.colors.white};
  }
`;

const Bar = styled.span`
  background: ${theme.colors.secondary20};
  border-radius: ${theme.borderRadius.normal};
  display: inline-block;
  height: 0.8em;
  max-width: 100%;
  width: 16rem;
`;
