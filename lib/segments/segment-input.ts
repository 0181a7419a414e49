import { z } from 'zod';
import { isBlank } from '../i18n/shown-text.ts';
import { SEGMENT_TEXT_LENGTH, SEGMENTS_PER_DELETION } from '../limits/limits.ts';

const text = z.string().trim().max(SEGMENT_TEXT_LENGTH);
const name = text.refine((value) => !isBlank(value));

export const createInput = z.strictObject({ name, description: text });
export type CreateInput = z.input<typeof createInput>;

export const renameInput = z.strictObject({ id: z.guid(), name, description: text });
export type RenameInput = z.input<typeof renameInput>;

export const deleteInput = z.strictObject({
  ids: z.array(z.guid()).min(1).max(SEGMENTS_PER_DELETION),
});
export type DeleteInput = z.input<typeof deleteInput>;
