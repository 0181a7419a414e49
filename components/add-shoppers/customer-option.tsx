'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { isBlank, shownName, shownText } from '@/lib/i18n/shown-text.ts';
import { customerName } from '../customers/customer-name.ts';
import { useCustomerLabel } from '../customers/use-customer-label.ts';

interface Props {
  customer: Customer;
  chosen: boolean;
  /** Whether the customer is in the segment already and so can't be chosen. */
  isIn: boolean;
  onChoose: (customer: Customer, on: boolean) => void;
}

export const CustomerOption = memo(function CustomerOption(props: Props) {
  const { customer, chosen, isIn, onChoose } = props;
  const { name, email, company } = customer;
  const t = useTranslations('adding.search');
  const labelOf = useCustomerLabel();
  return (
    <li>
      <label>
        <input
          checked={isIn || chosen}
          disabled={isIn}
          onChange={(event) => onChoose(customer, event.target.checked)}
          type="checkbox"
        />
        <span>
          <span>{email ? shownName(customerName(customer)) : labelOf(customer)}</span>
          {email && !isBlank(name) && <small>{shownText(email)}</small>}
          {company && <small>{shownText(company)}</small>}
          {isIn && <small>{t('alreadyIn')}</small>}
        </span>
      </label>
    </li>
  );
});
