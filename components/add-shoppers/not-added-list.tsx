'use client';

import { Button, Text } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { styled } from 'styled-components';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { useCustomerLabel } from '../customers/use-customer-label.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { isGone, type NotAdded } from './adding-state.ts';

const shownAtFirst = 5;
/** Tens of thousands of names would freeze the browser. */
const shownAtMost = 500;

/** The customers that were not added, grouped by the reason. */
export function NotAddedList({ notAdded }: { notAdded: readonly NotAdded[] }) {
  const t = useTranslations('adding.outcome');
  const failureMessage = useFailureMessage();
  const reasonOf = (one: NotAdded) => {
    if (one.status === 'unknown')
      return t('unknownReason', { reason: failureMessage(one.failure) });
    if (isGone(one)) return t('gone');
    const { code, detail } = one.failure;
    if (code === 'invalid' && detail) return t('refused', { detail: isolated(detail) });
    return failureMessage(one.failure);
  };
  const groups = Map.groupBy(notAdded, reasonOf);
  return [...groups].map(([reason, customers]) => (
    <Reason customers={customers} key={reason} reason={reason} />
  ));
}

function Reason({ reason, customers }: { reason: string; customers: readonly NotAdded[] }) {
  const t = useTranslations('adding.outcome');
  const labelOf = useCustomerLabel();
  const [isOpen, setOpen] = useState(false);
  const shown = customers.slice(0, isOpen ? shownAtMost : shownAtFirst);
  const more = customers.length - shown.length;
  return (
    <>
      <Text marginBottom="xxSmall">{reason}</Text>
      <Names>
        {shown.map((customer) => (
          <li key={customer.id}>{labelOf(customer)}</li>
        ))}
        {isOpen && more > 0 && <li>{t('more', { count: more })}</li>}
      </Names>
      {!isOpen && more > 0 && (
        <Button mobileWidth="auto" onClick={() => setOpen(true)} type="button" variant="subtle">
          <span>{t('showAll', { count: customers.length })}</span>
        </Button>
      )}
    </>
  );
}

const Names = styled.ul`
  color: ${theme.colors.secondary70};
  margin: 0 0 ${theme.spacing.small};
  max-height: 16rem;
  overflow: auto;
  padding-left: ${theme.spacing.xLarge};
`;
