import { z } from 'zod';
import { NUMERIC_ID } from '../bigcommerce/ids.ts';
import { fitsInQuery } from '../bigcommerce/query-value.ts';
import { LONGEST_COMPANY } from '../limits/limits.ts';

const group = z.strictObject({ type: z.literal('group'), groupId: z.int().positive() });

const company = z.strictObject({
  type: z.literal('company'),
  // BigCommerce reads a comma as the end of one company's name and the beginning of the next.
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

/**
 * What customers have in common: a group, a company or when they were created. Dates are days of
 * the form YYYY-MM-DD; the first and the last day are included.
 */
export const customerFilter = z.discriminatedUnion('type', [group, company, created]);
export type CustomerFilter = z.infer<typeof customerFilter>;

/** The same filter as the query of an address, where all values are texts. */
export const customerFilterQuery = z.discriminatedUnion('type', [
  group.extend({
    groupId: z.string().regex(NUMERIC_ID).transform(Number),
  }),
  company,
  created,
]);
