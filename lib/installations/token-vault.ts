import 'server-only';
import { decodeProtectedHeader, FlattenedEncrypt, flattenedDecrypt } from 'jose';
import { z } from 'zod';

export interface EncryptionKey {
  id: string;
  key: Uint8Array;
}

/** A token could not be decrypted: unknown key, changed bytes, or another store's ciphertext. */
export class SealedTokenError extends Error {
  override name = 'SealedTokenError';
}

const sealed = z.object({
  protected: z.string(),
  iv: z.string(),
  ciphertext: z.string(),
  tag: z.string(),
});

const importedKeys = new WeakMap<Uint8Array, Promise<CryptoKey>>();

/** Imports each key only once, because every request needs one. */
function imported({ key }: EncryptionKey): Promise<CryptoKey> {
  const known = importedKeys.get(key);
  if (known) return known;
  const importing = crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  importedKeys.set(key, importing);
  return importing;
}

function associatedData(storeHash: string): Uint8Array {
  return new TextEncoder().encode(`stores/${storeHash}`);
}

/**
 * Encrypts a store's access token with AES-256-GCM under the newest key. The store hash is
 * authenticated along with it, so that a ciphertext moved to another store does not open.
 * @param keys newest first
 * @returns JSON: a flattened JWE whose protected header names the key
 */
export async function sealToken(
  keys: readonly EncryptionKey[],
  storeHash: string,
  accessToken: string,
): Promise<string> {
  const [newest] = keys;
  if (!newest) throw new SealedTokenError('there is no encryption key');
  const { aad: _, ...envelope } = await new FlattenedEncrypt(new TextEncoder().encode(accessToken))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: newest.id })
    .setAdditionalAuthenticatedData(associatedData(storeHash))
    .encrypt(await imported(newest));
  return JSON.stringify(envelope);
}

/** Also false for a text that is not sealed. True does not mean that the token can be opened. */
export function isSealedUnderNewestKey(
  [newest]: readonly EncryptionKey[],
  sealedToken: string,
): boolean {
  try {
    const { kid } = decodeProtectedHeader(sealed.parse(JSON.parse(sealedToken)));
    return newest !== undefined && kid === newest.id;
  } catch {
    return false;
  }
}

/** @throws {SealedTokenError} never with the token or a key in its message. */
export async function openSealedToken(
  keys: readonly EncryptionKey[],
  storeHash: string,
  sealedToken: string,
): Promise<string> {
  try {
    const envelope = sealed.parse(JSON.parse(sealedToken));
    const aad = Buffer.from(associatedData(storeHash)).toString('base64url');
    const { plaintext } = await flattenedDecrypt(
      { ...envelope, aad },
      (header) => {
        const match = keys.find(({ id }) => id === header?.kid);
        if (!match) throw new SealedTokenError(`no encryption key with the id ${header?.kid}`);
        return imported(match);
      },
      { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
    );
    return new TextDecoder().decode(plaintext);
  } catch (error) {
    if (error instanceof SealedTokenError) throw error;
    throw new SealedTokenError(`the token of stores/${storeHash} can't be decrypted`);
  }
}
