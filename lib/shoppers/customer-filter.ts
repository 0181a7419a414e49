import { z } from 'zod';
import { NUMERIC_ID } from '../bigcommerce/ids.ts';
import { fitsInQuery } from '../bigcommerce/query-value.ts';
import { LONGEST_COMPANY } from '../limits/limits.ts';

const group = z.strictObject({ type: z.literal('group'), groupId: z.int().positive() });

const company = z.strictObject({
  type: z.literal('company'),
  // BigCommerce would take a comma for the end of one name and the beginning of another.
  company: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_COMPANY)
    .regex(/^[^,]*$/)
    .refine(fitsInQuery),
});

const created = z
  .strictObject({ type: z.literal('created'), from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to);

/** Customers who have something in common. Dates are days, the first and the last included. */
export const customerFilter = z.discriminatedUnion('type', [group, company, created]);
export type CustomerFilter = z.infer<typeof customerFilter>;

/** The same as query parameters, which are all text. */
export const customerFilterQuery = z.discriminatedUnion('type', [
  group.extend({
    groupId: z.string().regex(NUMERIC_ID).transform(Number),
  }),
  company,
  created,
]);
