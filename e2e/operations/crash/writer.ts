import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openSqlite } from '../../../lib/database/sqlite.ts';
import { saveInstallation } from '../../../lib/installations/installations.ts';
import { createLaunchCode, redeemLaunchCode } from '../../../lib/sessions/launch-codes.ts';

/**
 * Installs stores and opens them until it is killed. Arguments: SQLite file, prefix of store hashes.
 * Prints a line with the store hash and the session's token for each committed session.
 */
const [path = '', prefix = ''] = process.argv.slice(2);
const db = openSqlite(path);
// A killed process writes no compile cache; without one the fifty starts of the test take long.
flushCompileCache();

for (let count = 0; ; count += 1) {
  const storeHash = `${prefix}n${count}`;
  await saveInstallation(
    db,
    {
      storeHash,
      accountUuid: 'account',
      sealedToken: 'sealed'.repeat(100),
      scope: [],
      ownerId: 1,
    },
    undefined,
  );
  const user = { id: count, email: 'ann@example.com', locale: 'en' };
  const issuedAt = Math.floor(Date.now() / 1000);
  const code = await createLaunchCode(db, { storeHash, user, issuedAt });
  const token = await redeemLaunchCode(db, storeHash, code);
  writeSync(1, `${storeHash} ${token}\n`);
}
