import 'server-only';
import type { Database } from '../database/schema.ts';
import { hashSecret } from './secret.ts';

interface Payload {
  jti: string;
  /** Epoch seconds. */
  expiresAt: number;
}

/**
 * Remembers that a signed payload has come, for as long as it is valid.
 * @returns whether it came for the first time. If it comes several times at once, one is the first
 */
export async function rememberPayload(db: Database, { jti, expiresAt }: Payload): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('seen_payloads')
    .values({ jti_hash: hashSecret(jti), expires_at: Math.ceil(expiresAt * 1000) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
