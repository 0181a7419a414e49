import { z } from 'zod';
import { TEXT_LIMIT } from './text-limit.ts';

const text = z.string().trim().max(TEXT_LIMIT);
const name = text.min(1);

export const createInput = z.strictObject({ name, description: text });
export type CreateInput = z.input<typeof createInput>;

export const renameInput = z.strictObject({ id: z.guid(), name, description: text });
export type RenameInput = z.input<typeof renameInput>;

export const deleteInput = z.strictObject({ ids: z.array(z.guid()).min(1).max(100) });
export type DeleteInput = z.input<typeof deleteInput>;
