import type { CustomerGroup } from '@/lib/bigcommerce/customer-groups.ts';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { isRecord } from '@/lib/json/is-record.ts';
import type { FoundCustomers } from '@/lib/shoppers/find-customers.ts';

/** Parses the answer of `GET /api/customers`; undefined if it is unexpected. */
export function foundCustomersIn(body: unknown): FoundCustomers | undefined {
  if (!isRecord(body) || !isRecord(body.meta) || typeof body.meta.more !== 'boolean') return;
  if (!Array.isArray(body.data) || !body.data.every(isCustomer)) return;
  return { customers: body.data, more: body.meta.more };
}

/** Parses the answer of `GET /api/customers/{customerId}`; undefined if it is unexpected. */
export function customerIn(body: unknown): Customer | undefined {
  return isRecord(body) && isCustomer(body.data) ? body.data : undefined;
}

/** Parses the answer of `GET /api/customers/count`; undefined if it is unexpected. */
export function totalIn(body: unknown): number | undefined {
  if (!isRecord(body) || !isRecord(body.data)) return undefined;
  return typeof body.data.total === 'number' ? body.data.total : undefined;
}

/** Parses the answer of `GET /api/customer-groups`; undefined if it is unexpected. */
export function groupsIn(body: unknown): readonly CustomerGroup[] | undefined {
  if (!isRecord(body) || !Array.isArray(body.data)) return undefined;
  return body.data.every(isGroup) ? body.data : undefined;
}

export function isCustomer(value: unknown): value is Customer {
  return (
    isRecord(value) &&
    typeof value.id === 'number' &&
    typeof value.name === 'string' &&
    typeof value.email === 'string' &&
    typeof value.company === 'string' &&
    (value.groupId === null || typeof value.groupId === 'number') &&
    typeof value.createdAt === 'string' &&
    (value.profileId === null || typeof value.profileId === 'string') &&
    Array.isArray(value.segmentIds)
  );
}

function isGroup(value: unknown): value is CustomerGroup {
  return isRecord(value) && typeof value.id === 'number' && typeof value.name === 'string';
}
