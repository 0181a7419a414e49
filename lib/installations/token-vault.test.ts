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

test('a token sealed under an older key opens while that key is in the ring', async () => {
  const sealed = await sealToken([oldKey], 'abc', 'token');
  expect(await openSealedToken([newKey, oldKey], 'abc', sealed)).toBe('token');
  await expect(openSealedToken([newKey], 'abc', sealed)).rejects.toThrow(SealedTokenError);
});

test("a ciphertext moved to another store's row does not open", async () => {
  const sealed = await sealToken([newKey], 'abc', 'token');
  await expect(openSealedToken([newKey], 'abd', sealed)).rejects.toThrow(SealedTokenError);
});

test.each(['protected', 'iv', 'ciphertext', 'tag'])(
  'one changed character in %s is found',
  async (part) => {
    const sealed = JSON.parse(await sealToken([newKey], 'abc', 'token'));
    const text: string = sealed[part];
    sealed[part] = (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    await expect(openSealedToken([newKey], 'abc', JSON.stringify(sealed))).rejects.toThrow(
      SealedTokenError,
    );
  },
);

test.each(['', 'null', '{}', 'not json'])(
  '%j is refused like a broken ciphertext',
  async (text) => {
    await expect(openSealedToken([newKey], 'abc', text)).rejects.toThrow(SealedTokenError);
  },
);
