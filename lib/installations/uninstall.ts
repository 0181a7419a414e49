import 'server-only';
import { database } from '../database/database.ts';
import type { InstallationRow } from '../database/schema.ts';
import { type ConnectOptions, connect } from './connect.ts';
import {
  cancelUninstall,
  eraseInstallation,
  pendingUninstalls,
  requestUninstall,
} from './installations.ts';
import { checkToken } from './token-state.ts';

/**
 * BigCommerce ends the token when the app is uninstalled. If the token works for longer than this
 * after the callback, the app was not uninstalled.
 */
const CONFIRM_FOR_MS = 24 * 3600_000;

/**
 * Carries out an uninstall callback. Sessions end at once, but the installation is erased only when
 * BigCommerce confirms with a 401 that the token is dead.
 * @param issuedAt epoch seconds of the payload
 */
export async function uninstall(
  storeHash: string,
  issuedAt: number,
  options: ConnectOptions,
): Promise<'erased' | 'kept' | 'unknown-store'> {
  const installation = await requestUninstall(await database(), storeHash, issuedAt);
  return installation ? confirmUninstall(installation, options) : 'unknown-store';
}

/**
 * Checks the tokens of unconfirmed uninstalls again, one after the other.
 * @returns how many are confirmed now
 */
export async function confirmUninstalls(
  options: ConnectOptions & { signal: AbortSignal },
  now = Date.now(),
): Promise<number> {
  let erased = 0;
  for (const installation of await pendingUninstalls(await database())) {
    if (options.signal.aborted) break;
    if ((await confirmUninstall(installation, options, now)) === 'erased') erased += 1;
  }
  return erased;
}

async function confirmUninstall(
  installation: InstallationRow,
  options: ConnectOptions,
  now = Date.now(),
): Promise<'erased' | 'kept'> {
  const db = await database();
  const token = await stateOfToken(installation, options);
  if (token === 'dead') {
    await eraseInstallation(db, installation);
    return 'erased';
  }
  const requestedAt = installation.uninstall_requested_at ?? now;
  if (token === 'works' && now - requestedAt > CONFIRM_FOR_MS) {
    await cancelUninstall(db, installation);
  }
  return 'kept';
}

async function stateOfToken(
  { store_hash: hash, generation, sealed_token: sealedToken }: InstallationRow,
  options: ConnectOptions,
): Promise<'works' | 'dead' | 'unknown'> {
  // Checked again even if the token was refused before, because erasing needs its own proof.
  const store = { hash, generation, sealedToken, tokenRejected: false };
  try {
    return await checkToken(await connect(store, options));
  } catch (error) {
    const { requestId, log } = options;
    log.error({ err: error, requestId, storeHash: hash }, 'the uninstall could not be confirmed');
    return 'unknown';
  }
}
