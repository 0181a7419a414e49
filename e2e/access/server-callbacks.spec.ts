import { expect, test } from '../support/fixtures.ts';
import { claims, sign } from '../support/sign-payload.ts';

const callbacks = ['uninstall', 'remove_user'] as const;

test.beforeEach(({ stores }) => stores.install('aurora'));

test.describe('row 11: what a browser has in its hands neither uninstalls nor removes a user', () => {
  for (const callback of callbacks) {
    for (const mode of ['navigate', 'cors', 'no-cors']) {
      test(`/${callback} from a browser, Sec-Fetch-Mode: ${mode}`, async ({
        app,
        stack,
        stores,
      }) => {
        const { token, user } = await stores.open('aurora');
        const jwt = await sign(claims(stack, stores.hash('aurora'), { user }), stack.clientSecret);
        const answer = await app.get(`/${callback}?signed_payload_jwt=${jwt}`, {
          'sec-fetch-mode': mode,
        });
        expect(answer.status).toBe(403);
        expect((await app.session(token)).status).toBe(200);
      });
    }

    test(`/${callback} with the payload that opened the app`, async ({ app, stores, sandbox }) => {
      const { token } = await stores.open('aurora');
      const url = await sandbox.loadUrl(stores.hash('aurora'), stores.user('aurora').id);
      const jwt = new URL(url).searchParams.get('signed_payload_jwt') ?? '';
      expect((await app.load(jwt)).status).toBe(303);
      expect((await app.callFromServer(callback, jwt)).status).toBe(403);
      expect((await app.session(token)).status).toBe(200);
    });

    test(`/${callback} with a payload that was too old to open the app`, async ({
      app,
      stack,
      stores,
    }) => {
      const { token, user } = await stores.open('aurora');
      const iat = Math.floor(Date.now() / 1000) - 3600;
      const old = await sign(
        claims(stack, stores.hash('aurora'), { iat, user }),
        stack.clientSecret,
      );
      expect((await app.load(old)).status).toBe(401);
      expect((await app.callFromServer(callback, old)).status).toBe(403);
      expect((await app.session(token)).status).toBe(200);
    });

    test(`/${callback} again with the payload of a call before`, async ({ app, stack, stores }) => {
      const payload = claims(stack, stores.hash('aurora'));
      const jwt = await sign(payload, stack.clientSecret);
      const answers = await Promise.all([1, 2, 3].map(() => app.callFromServer(callback, jwt)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 403, 403]);
    });

    test(`/${callback} that comes late`, async ({ app, stack, stores }) => {
      const iat = Math.floor(Date.now() / 1000) - 3600;
      const late = await sign(claims(stack, stores.hash('aurora'), { iat }), stack.clientSecret);
      expect((await app.callFromServer(callback, late)).status).toBe(204);
    });
  }

  test('BigCommerce itself does both', async ({ app, stack, stores }) => {
    const owner = await stores.open('aurora');
    const staff = await stores.open('aurora', 'staff');
    const payload = async (user: object) =>
      sign(claims(stack, stores.hash('aurora'), { user }), stack.clientSecret);
    expect((await app.callFromServer('remove_user', await payload(staff.user))).status).toBe(204);
    expect((await app.session(staff.token)).status).toBe(401);
    expect((await app.session(owner.token)).status).toBe(200);
    expect((await app.callFromServer('uninstall', await payload(owner.user))).status).toBe(204);
    expect((await app.session(owner.token)).status).toBe(401);
  });
});

test('row 12: a forged uninstall ends sessions and erases nothing', async ({
  app,
  stack,
  stores,
}) => {
  const session = await stores.open('aurora');
  const jwt = await sign(claims(stack, stores.hash('aurora')), stack.clientSecret);
  expect((await app.callFromServer('uninstall', jwt)).status).toBe(204);
  expect((await app.session(session.token)).status).toBe(401);
  const reopened = await stores.open('aurora');
  expect((await app.segments(reopened.token)).status).toBe(200);
});

test('row 12: BigCommerce is asked again later, and its 401 erases the store', async ({
  app,
  stack,
  stores,
  sandbox,
  database,
}) => {
  await stores.install('bramble');
  const hash = stores.hash('aurora');
  const jwt = await sign(claims(stack, hash), stack.clientSecret);
  await app.callFromServer('uninstall', jwt);
  await sandbox.clearLog();
  await stack.restartApp();
  const asked = async () => new Set((await sandbox.log()).map(({ store }) => store));
  await expect.poll(asked).toEqual(new Set([hash]));
  expect(database.count('installations', hash)).toBe(1);
  await sandbox.revokeToken(hash);
  await stack.restartApp();
  await expect.poll(() => database.count('installations', hash)).toBe(0);
  expect(database.count('installations', stores.hash('bramble'))).toBe(1);
});
