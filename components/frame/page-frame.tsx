'use client';

import { Link, Text } from '@bigcommerce/big-design';
import { Header, Page } from '@bigcommerce/big-design-patterns';
import { type ReactNode, useMemo } from 'react';

interface PageAction {
  text: string;
  disabled?: boolean;
  onClick?: () => void;
  onPointerEnter?: () => void;
}

interface Props {
  title: string;
  intro: string;
  help: { text: string; href: string };
  /** The page's one primary action. A stable object: a new one would remount the button. */
  action: PageAction;
  children: ReactNode;
}

export function PageFrame({ title, intro, help, action, children }: Props) {
  const { text: helpText, href } = help;
  const header = useMemo(
    () => (
      <Header
        actions={[{ ...action, variant: 'primary' }]}
        description={
          <Text>
            {intro}{' '}
            <Link external href={href} rel="noreferrer" target="_blank">
              {helpText}
            </Link>
          </Text>
        }
        title={title}
      />
    ),
    [title, intro, helpText, href, action],
  );
  return <Page header={header}>{children}</Page>;
}
