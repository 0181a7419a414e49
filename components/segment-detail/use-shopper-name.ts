'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';

/** What a shopper is called; people without a name go by their email address. */
export function useShopperName(): (shopper: Shopper) => string {
  const t = useTranslations('segment');
  return useCallback(
    ({ customer, customerId }) =>
      customer?.name || customer?.email || t('deletedCustomer', { id: String(customerId) }),
    [t],
  );
}
