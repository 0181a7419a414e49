import 'server-only';
import { config } from '../config.ts';
import { database } from '../database/database.ts';
import { countSession } from '../telemetry/metrics.ts';
import { redeemLaunchCode } from './launch-codes.ts';
import { findSession, type Session } from './sessions.ts';

export interface Launch {
  session: Session;
  /** The data that the browser gets once, in the page. */
  client: {
    token: string;
    expiresAt: string;
    store: { hash: string; name: string | undefined; timeZone: string };
    user: { id: number; email: string; locale: string };
  };
}

/** Redeems a launch code. @returns undefined when it is not valid */
export async function launchSession(storeHash: string, code: unknown): Promise<Launch | undefined> {
  if (code === undefined) return undefined;
  const db = await database();
  const token = await redeemLaunchCode(db, storeHash, code);
  const session = token && (await findSession(db, token, config().session));
  if (!session) return undefined;
  countSession('started');
  const { store, user, expiresAt } = session;
  return {
    session,
    client: {
      token,
      expiresAt: new Date(expiresAt).toISOString(),
      store: { hash: store.hash, name: store.name, timeZone: store.timeZone },
      user,
    },
  };
}
