'use client';

import { H3 } from '@bigcommerce/big-design';
import { CloseIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { styled } from 'styled-components';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { useCustomerLabel } from '../customers/use-customer-label.ts';

interface Props {
  chosen: readonly Customer[];
  onRemove: (customer: Customer) => void;
  /** Called when the last one is removed, so that the caller can place the focus. */
  onEmptied: () => void;
}

/** The customers that have been chosen in all searches. */
export function ChosenCustomers({ chosen, onRemove, onEmptied }: Props) {
  const t = useTranslations('adding.chosen');
  const labelOf = useCustomerLabel();
  const titleId = useId();
  const remove = (customer: Customer, row: Element | null) => {
    const neighbor = row?.nextElementSibling ?? row?.previousElementSibling;
    const button = neighbor?.querySelector('button');
    onRemove(customer);
    if (button) button.focus();
    else onEmptied();
  };
  return (
    <>
      <H3 id={titleId} marginBottom="xSmall">
        {t('title', { count: chosen.length })}
      </H3>
      <List aria-labelledby={titleId}>
        {chosen.map((customer) => (
          <li key={customer.id}>
            <span>{labelOf(customer)}</span>
            <button
              aria-label={t('remove', { name: labelOf(customer) })}
              onClick={(event) => remove(customer, event.currentTarget.closest('li'))}
              type="button"
            >
              {closeIcon}
            </button>
          </li>
        ))}
      </List>
    </>
  );
}

const closeIcon = <CloseIcon size="medium" />;

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: ${theme.spacing.xSmall};
  list-style: none;
  margin: 0 0 ${theme.spacing.medium};
  max-height: 12rem;
  overflow: auto;
  overflow-wrap: anywhere;
  padding: 2px;

  li {
    align-items: center;
    background: ${theme.colors.secondary20};
    border-radius: ${theme.borderRadius.normal};
    display: flex;
    gap: ${theme.spacing.xxSmall};
    line-height: ${theme.lineHeight.medium};
    padding-left: ${theme.spacing.xSmall};
  }

  @media (forced-colors: active) {
    li {
      border: 1px solid CanvasText;
    }
  }

  button {
    background: none;
    border: 0;
    border-radius: ${theme.borderRadius.normal};
    color: inherit;
    cursor: pointer;
    display: grid;
    min-height: 28px;
    min-width: 28px;
    padding: 0;
    place-items: center;
  }

  button:focus-visible {
    outline: 2px solid ${theme.colors.primary};
  }
`;
