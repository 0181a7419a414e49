import { z } from 'zod';
import { CUSTOMERS_PER_ADDITION, SHOPPERS_PER_REMOVAL } from '../limits/limits.ts';
import { customerFilter } from './customer-filter.ts';

const segmentId = z.guid().toLowerCase();
const count = z.int().positive();

export const addInput = z.strictObject({
  segmentId,
  customerIds: z.array(count).min(1).max(CUSTOMERS_PER_ADDITION),
});
export type AddInput = z.input<typeof addInput>;

export const addMatchingInput = z.strictObject({
  segmentId,
  filter: customerFilter,
  offset: z.int().nonnegative(),
});
export type AddMatchingInput = z.input<typeof addMatchingInput>;

export const removeInput = z.strictObject({
  segmentId,
  profileIds: z.array(z.guid().toLowerCase()).min(1).max(SHOPPERS_PER_REMOVAL),
});
export type RemoveInput = z.input<typeof removeInput>;
