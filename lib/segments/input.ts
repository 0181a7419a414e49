import { z } from 'zod';

// BigCommerce publishes no limit for either; this one only keeps nonsense off the wire.
const text = z.string().trim().max(10_000);
const name = text.min(1);

export const createInput = z.strictObject({ name, description: text });
export type CreateInput = z.input<typeof createInput>;

export const renameInput = z.strictObject({ id: z.guid(), name, description: text });
export type RenameInput = z.input<typeof renameInput>;

export const deleteInput = z.strictObject({ ids: z.array(z.guid()).min(1).max(100) });
export type DeleteInput = z.input<typeof deleteInput>;
