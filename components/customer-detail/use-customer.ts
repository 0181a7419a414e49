'use client';

import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { type Resource, useResource } from '../api-client/use-resource.ts';
import { customerIn } from '../customers/customer-json.ts';

/** A customer and the segments this person is in. */
export function useCustomer(customerId: number, first: Customer | undefined): Resource<Customer> {
  return useResource(`/api/customers/${customerId}`, customerIn, first);
}
