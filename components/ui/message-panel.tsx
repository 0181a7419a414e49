'use client';

import { Button, Flex, H2, Text } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';

interface Props {
  heading: string;
  message: string;
  level?: 'h1' | 'h2';
  action?: { text: string; onClick: () => void } | undefined;
}

/** Takes the place of content that is missing: says why, and what to do about it. */
export function MessagePanel({ heading, message, level = 'h2', action }: Props) {
  return (
    <Flex
      alignItems="center"
      flexDirection="column"
      padding="xxLarge"
      style={{ overflowWrap: 'anywhere', textAlign: 'center' }}
    >
      <H2 as={level} marginBottom="small">
        {heading}
      </H2>
      <div style={{ marginBottom: action && theme.spacing.large, maxWidth: '36rem' }}>
        <Text>{message}</Text>
      </div>
      {action && (
        <Button mobileWidth="auto" onClick={action.onClick} type="button" variant="secondary">
          <span>{action.text}</span>
        </Button>
      )}
    </Flex>
  );
}
