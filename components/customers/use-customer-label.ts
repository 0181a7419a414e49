'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { isBlank, isolated } from '@/lib/i18n/shown-text.ts';

/** What tells a customer from all others. */
export type Identity = Pick<Customer, 'id' | 'name' | 'email'>;

/**
 * Returns a function that names a customer where there may be namesakes: by name and email address.
 * Without an address the customer's number takes its place.
 */
export function useCustomerLabel(): (customer: Identity) => string {
  const t = useTranslations('customer.label');
  return useCallback(
    ({ id, name, email }) => {
      const number = t('number', { id: String(id) });
      if (isBlank(name)) return email ? isolated(email) : number;
      return email
        ? t('withEmail', { name: isolated(name), email: isolated(email) })
        : t('withNumber', { name: isolated(name), number });
    },
    [t],
  );
}
