import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { isBlank } from '@/lib/i18n/shown-text.ts';

/** What a customer is called: by name, or else by email address. */
export function customerName({ name, email }: Pick<Customer, 'name' | 'email'>): string {
  return isBlank(name) ? email : name;
}
