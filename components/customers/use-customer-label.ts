'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';

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
      if (name && email) return t('withEmail', { name, email });
      if (email) return email;
      const number = t('number', { id: String(id) });
      return name ? t('withNumber', { name, number }) : number;
    },
    [t],
  );
}
