'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { customerName } from '../customers/customer-name.ts';

/** Returns a function that names a shopper: by name, or else by email address. */
export function useShopperName(): (shopper: Shopper) => string {
  const t = useTranslations('segment');
  return useCallback(
    ({ customer, customerId }) =>
      (customer && customerName(customer)) || t('deletedCustomer', { id: String(customerId) }),
    [t],
  );
}
