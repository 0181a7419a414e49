import { isRecord } from '@/lib/json/is-record.ts';
import type { Shopper, ShopperPage } from '@/lib/shoppers/shopper-page.ts';
import { isCustomer } from '../customers/customer-json.ts';

/** Parses the answer of `GET /api/segments/{id}/shoppers`; undefined if it is unexpected. */
export function shopperPageIn(body: unknown): ShopperPage | undefined {
  if (!isRecord(body) || !isRecord(body.meta) || !Array.isArray(body.data)) return undefined;
  const { total, page, pages, size } = body.meta;
  if (typeof total !== 'number' || typeof page !== 'number') return undefined;
  if (typeof pages !== 'number' || typeof size !== 'number') return undefined;
  return body.data.every(isShopper) ? { shoppers: body.data, total, page, pages, size } : undefined;
}

function isShopper(value: unknown): value is Shopper {
  return (
    isRecord(value) &&
    typeof value.profileId === 'string' &&
    typeof value.customerId === 'number' &&
    (value.customer === null || isCustomer(value.customer))
  );
}
