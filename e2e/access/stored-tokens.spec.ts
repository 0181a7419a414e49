import { randomBytes } from 'node:crypto';
import { expect, test } from '../support/fixtures.ts';

const keys = ['old', 'new', 'elsewhere'].map((id) => `${id}:${randomBytes(32).toString('base64')}`);
const [oldKey = '', newKey = '', elsewhere = ''] = keys;

test.beforeEach(async ({ stack, stores }) => {
  await stack.restartApp({ TOKEN_ENCRYPTION_KEYS: oldKey });
  await stores.install('aurora');
  await stores.install('bramble');
});
test.afterAll(({ stack }) => stack.restartApp());

const damages: Record<string, (hash: string, other: string) => string> = {
  'the encrypted token of another store': (hash, other) =>
    `update installations set sealed_token = (select sealed_token from installations where store_hash = '${other}') where store_hash = '${hash}'`,
  'a changed encrypted token': (hash) =>
    `update installations set sealed_token = json_set(sealed_token, '$.ciphertext', iif(json_extract(sealed_token, '$.ciphertext') like 'A%', 'B', 'A') || substr(json_extract(sealed_token, '$.ciphertext'), 2)) where store_hash = '${hash}'`,
};
for (const [title, damage] of Object.entries(damages)) {
  test(`row 28: ${title} does not open, and the log says so`, async ({
    app,
    stack,
    stores,
    sandbox,
    database,
  }) => {
    const [hash, other] = [stores.hash('aurora'), stores.hash('bramble')];
    const { token } = await stores.open('aurora');
    const elsewhere = await stores.open('bramble');
    database.run(damage(hash, other));
    await sandbox.clearLog();
    const refused = await app.segments(token);
    expect(refused.status).toBe(500);
    expect(await refused.json()).toEqual({
      error: { code: 'unexpected', message: expect.not.stringContaining('decrypt') },
    });
    expect(await sandbox.log()).toEqual([]);
    await expect
      .poll(() => stack.app.output())
      .toContain(`the token of stores/${hash} can't be decrypted`);
    expect((await app.segments(elsewhere.token)).status).toBe(200);
  });
}

test('row 28: a token under an unknown key does not open, and the log names the key', async ({
  app,
  stack,
  stores,
  sandbox,
}) => {
  const { token } = await stores.open('aurora');
  await stack.restartApp({ TOKEN_ENCRYPTION_KEYS: elsewhere });
  await sandbox.clearLog();
  expect((await app.segments(token)).status).toBe(500);
  expect(await sandbox.log()).toEqual([]);
  await expect.poll(() => stack.app.output()).toContain('no encryption key with the id old');
  await stores.install('aurora');
  expect((await app.segments((await stores.open('aurora')).token)).status).toBe(200);
});

test('row 29: a new first key leaves old rows readable, and soon replaces the old key in them', async ({
  app,
  stack,
  stores,
  database,
}) => {
  const [aurora, bramble] = [await stores.open('aurora'), await stores.open('bramble')];
  await stack.restartApp({ TOKEN_ENCRYPTION_KEYS: `${newKey},${oldKey}` });
  expect((await app.segments(aurora.token)).status).toBe(200);
  await expect.poll(() => database.sealedTokens().join()).not.toContain(protectedBy('old'));
  await stack.restartApp({ TOKEN_ENCRYPTION_KEYS: newKey });
  for (const { token } of [aurora, bramble]) expect((await app.segments(token)).status).toBe(200);
});

/** The header of an encrypted token, which names its key. */
function protectedBy(id: string): string {
  return Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: id })).toString('base64url');
}
