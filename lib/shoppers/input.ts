import { z } from 'zod';
import { customerFilter } from './customer-filter.ts';

/** One action's, so that its arguments stay far below 64 KB and its work far below 30 s. */
const MOST_AT_ONCE = 250;

const segmentId = z.guid().toLowerCase();
const count = z.int().positive();

export const addInput = z.strictObject({
  segmentId,
  customerIds: z.array(count).min(1).max(MOST_AT_ONCE),
});
export type AddInput = z.input<typeof addInput>;

export const addMatchingInput = z.strictObject({ segmentId, filter: customerFilter, page: count });
export type AddMatchingInput = z.input<typeof addMatchingInput>;

export const removeInput = z.strictObject({
  segmentId,
  profileIds: z.array(z.guid().toLowerCase()).min(1).max(MOST_AT_ONCE),
});
export type RemoveInput = z.input<typeof removeInput>;

export const removeAllInput = z.strictObject({ segmentId, atMost: count });
export type RemoveAllInput = z.input<typeof removeAllInput>;
