import { expect, test } from '../support/fixtures.ts';
import { claims, sign } from '../support/sign-payload.ts';

const now = () => Math.floor(Date.now() / 1000);

test('row 10: a payload from before the removal of its user opens nothing', async ({
  app,
  stack,
  stores,
}) => {
  await stores.install('aurora');
  const hash = stores.hash('aurora');
  const iat = now() - 10;
  const removal = await sign(claims(stack, hash, { iat }), stack.clientSecret);
  expect((await app.callFromServer('remove_user', removal)).status).toBe(204);
  for (const [age, status] of [
    [-1, 403],
    [0, 403],
    [1, 303],
  ] as const) {
    const jwt = await sign(claims(stack, hash, { iat: iat + age }), stack.clientSecret);
    expect((await app.load(jwt)).status).toBe(status);
  }
});

test('row 10: a user who was removed before the store was erased stays removed', async ({
  app,
  stack,
  stores,
  sandbox,
}) => {
  const hash = stores.hash('aurora');
  const user = stores.user('aurora', 'staff');
  const old = await sign(claims(stack, hash, { user, iat: now() - 60 }), stack.clientSecret);
  await stores.install('aurora');
  expect((await app.load(old)).status).toBe(303);
  await sandbox.removeUser(hash, user.id);
  await sandbox.uninstall(hash);
  await stores.install('aurora');
  const refused = await app.load(old);
  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain('Open the app again');
});
