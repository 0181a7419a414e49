import 'server-only';
import type { Database } from '../database/schema.ts';
import { hashSecret } from './secret.ts';

interface Payload {
  jti: string;
  /** Epoch seconds. */
  expiresAt: number;
}

/**
 * Notes that a signed payload has come, for as long as it is valid.
 * @returns whether it came for the first time; of several at once, one does
 */
export async function rememberPayload(db: Database, { jti, expiresAt }: Payload): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('seen_payloads')
    .values({ jti_hash: hashSecret(jti), expires_at: Math.ceil(expiresAt * 1000) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
