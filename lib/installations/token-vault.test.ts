import { expect, test } from 'vitest';
import { openSealedToken, SealedTokenError, sealToken } from './token-vault.ts';

const oldKey = { id: '2025', key: new Uint8Array(32).fill(1) };
const newKey = { id: '2026', key: new Uint8Array(32).fill(2) };

test('a sealed token opens for its store and does not show the token', async () => {
  const sealed = await sealToken([newKey], 'abc', 'canary-token');
  expect(sealed).not.toContain('canary');
  expect(await openSealedToken([newKey], 'abc', sealed)).toBe('canary-token');
});

test('the same token never seals to the same text twice', async () => {
  expect(await sealToken([newKey], 'abc', 't')).not.toBe(await sealToken([newKey], 'abc', 't'));
});

test('row 29: a token sealed under an older key opens while that key is in the ring', async () => {
  const sealed = await sealToken([oldKey], 'abc', 'token');
  expect(await openSealedToken([newKey, oldKey], 'abc', sealed)).toBe('token');
  await expect(openSealedToken([newKey], 'abc', sealed)).rejects.toThrow(SealedTokenError);
});

test("row 28: a ciphertext moved to another store's row does not open", async () => {
  const sealed = await sealToken([newKey], 'abc', 'token');
  await expect(openSealedToken([newKey], 'abd', sealed)).rejects.toThrow(SealedTokenError);
});

test.each(['protected', 'iv', 'ciphertext', 'tag'])(
  'row 28: one changed character in %s is found',
  async (part) => {
    const sealed = JSON.parse(await sealToken([newKey], 'abc', 'token'));
    const text: string = sealed[part];
    sealed[part] = (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    await expect(openSealedToken([newKey], 'abc', JSON.stringify(sealed))).rejects.toThrow(
      SealedTokenError,
    );
  },
);

test('row 28: every bit of the ciphertext counts', async () => {
  const sealed = JSON.parse(await sealToken([newKey], 'abc', 'token'));
  const bytes = Buffer.from(sealed.ciphertext, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    const moved = JSON.stringify({ ...sealed, ciphertext: flipped.toString('base64url') });
    await expect(openSealedToken([newKey], 'abc', moved)).rejects.toThrow(SealedTokenError);
  }
});

test('row 28: the error holds the id of the missing key or the store hash, and no more', async () => {
  const sealed = await sealToken([oldKey], 'abc', 'canary-token');
  await expect(openSealedToken([newKey], 'abc', sealed)).rejects.toThrow(
    /^no encryption key with the id 2025$/,
  );
  await expect(openSealedToken([oldKey], 'abd', sealed)).rejects.toThrow(
    /^the token of stores\/abd can't be decrypted$/,
  );
});

test.each(['', 'null', '{}', 'not json'])(
  'row 28: %j is refused like a broken ciphertext',
  async (text) => {
    await expect(openSealedToken([newKey], 'abc', text)).rejects.toThrow(SealedTokenError);
  },
);
