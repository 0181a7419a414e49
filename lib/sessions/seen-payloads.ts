import 'server-only';
import type { Database } from '../database/schema.ts';
import { hashSecret } from './secret.ts';

interface Payload {
  jti: string;
  /** Epoch seconds. */
  expiresAt: number;
}

/** Notes that a signed payload has come by way of a browser, for as long as it is valid. */
export async function rememberPayload(db: Database, { jti, expiresAt }: Payload): Promise<void> {
  await db
    .insertInto('seen_payloads')
    .values({ jti_hash: hashSecret(jti), expires_at: Math.ceil(expiresAt * 1000) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function wasPayloadSeen(db: Database, { jti }: { jti: string }): Promise<boolean> {
  const seen = await db
    .selectFrom('seen_payloads')
    .select('jti_hash')
    .where('jti_hash', '=', hashSecret(jti))
    .executeTakeFirst();
  return seen !== undefined;
}
