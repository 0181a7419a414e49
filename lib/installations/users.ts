import 'server-only';
import type { Database } from '../database/schema.ts';
import { transact } from '../database/transaction.ts';

/**
 * Ends a user's access to a store's app, whether or not the user has ever opened it. Payloads
 * issued until then no longer open the app; a later one, after access was granted anew, does.
 * @param issuedAt epoch seconds of the removal's payload
 */
export async function removeUser(
  db: Database,
  storeHash: string,
  user: { id: number; email: string; locale: string },
  issuedAt: number,
): Promise<void> {
  await transact(db, async (transaction) => {
    const installed = await transaction
      .selectFrom('installations')
      .select('store_hash')
      .where('store_hash', '=', storeHash)
      .executeTakeFirst();
    if (!installed) return;
    const { email, locale } = user;
    await transaction
      .insertInto('users')
      .values({ store_hash: storeHash, user_id: user.id, email, locale, removed_at: issuedAt })
      .onConflict((conflict) =>
        conflict
          .columns(['store_hash', 'user_id'])
          .doUpdateSet({ removed_at: issuedAt })
          .where((where) =>
            where.or([
              where('users.removed_at', 'is', null),
              where('users.removed_at', '<', issuedAt),
            ]),
          ),
      )
      .execute();
    for (const table of ['launch_codes', 'sessions'] as const) {
      await transaction
        .deleteFrom(table)
        .where('store_hash', '=', storeHash)
        .where('user_id', '=', user.id)
        .where('issued_at', '<=', issuedAt)
        .execute();
    }
  });
}
