'use client';

import { Panel } from '@bigcommerce/big-design';
import { MessagePanel } from '../ui/message-panel.tsx';
import { Page } from './page.tsx';

interface Props {
  heading: string;
  message: string;
  action?: { text: string; onClick: () => void } | undefined;
}

/** A page that holds a message and nothing else. */
export function MessagePage({ heading, message, action }: Props) {
  return (
    <Page>
      <Panel>
        <MessagePanel action={action} heading={heading} level="h1" message={message} />
      </Panel>
    </Page>
  );
}
