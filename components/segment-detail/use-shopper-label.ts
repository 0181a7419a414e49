'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { useCustomerLabel } from '../customers/use-customer-label.ts';

/** Returns a function that names a shopper so that namesakes can be told apart. */
export function useShopperLabel(): (shopper: Shopper) => string {
  const t = useTranslations('segment');
  const labelOf = useCustomerLabel();
  return useCallback(
    ({ customer, customerId, profileId }) => {
      if (customer) return labelOf(customer);
      return customerId > 0
        ? t('deletedCustomer', { id: String(customerId) })
        : t('unknownCustomer', { id: profileId });
    },
    [labelOf, t],
  );
}
