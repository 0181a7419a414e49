'use client';

import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { type Resource, useResource } from '../api-client/use-resource.ts';
import { customerIn } from '../customers/customer-json.ts';

/** The API's path of a customer. */
export function customerPath(customerId: number): string {
  return `/api/customers/${customerId}`;
}

/** A customer with the ids of the segments that the customer is in. */
export function useCustomer(customerId: number, first: Customer | undefined): Resource<Customer> {
  return useResource(customerPath(customerId), customerIn, first);
}
