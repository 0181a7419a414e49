import { expect, test } from '../support/fixtures.ts';

const callbacks = ['uninstall', 'remove_user'] as const;

const anHourAgo = () => Math.floor(Date.now() / 1000) - 3600;

test.describe('row 11: nothing that a browser can send uninstalls the app or removes a user', () => {
  for (const callback of callbacks) {
    test(`/${callback} with headers that only browsers send`, async ({
      app,
      session: { token, user },
      payload,
    }) => {
      for (const mode of ['navigate', 'nested-navigate', 'cors', 'no-cors', 'same-origin']) {
        const jwt = await payload({ user });
        const answer = await app.callFromServer(callback, jwt, { 'sec-fetch-mode': mode });
        expect(answer.status, mode).toBe(403);
      }
      expect((await app.session(token)).status).toBe(200);
    });

    test.describe(() => {
      test.use({ expectedErrors: [new RegExp(`status of 403 .*/${callback}\\?`)] });

      test(`/${callback} opened as a page in a browser`, async ({
        app,
        page,
        stack,
        session: { token, user },
        payload,
      }) => {
        const url = `${stack.appUrl}/${callback}?signed_payload_jwt=${await payload({ user })}`;
        const answer = await page.goto(url);
        const sent = await answer?.request().allHeaders();
        expect(sent).toMatchObject({ 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' });
        expect(answer?.status()).toBe(403);
        expect((await app.session(token)).status).toBe(200);
      });
    });

    test(`/${callback} with the payload that opened the app`, async ({
      app,
      session: { token, user },
      payload,
    }) => {
      const jwt = await payload({ user });
      expect((await app.load(jwt)).status).toBe(303);
      expect((await app.callFromServer(callback, jwt)).status).toBe(403);
      expect((await app.session(token)).status).toBe(200);
    });

    test(`/${callback} with a payload that was too old to open the app`, async ({
      app,
      session: { token, user },
      payload,
    }) => {
      const old = await payload({ iat: anHourAgo(), user });
      expect((await app.load(old)).status).toBe(401);
      expect((await app.callFromServer(callback, old)).status).toBe(403);
      expect((await app.session(token)).status).toBe(200);
    });

    test(`/${callback} with the payload of an earlier call`, async ({
      app,
      session: _,
      payload,
    }) => {
      const jwt = await payload();
      const answers = await Promise.all([1, 2, 3].map(() => app.callFromServer(callback, jwt)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 403, 403]);
    });

    test(`/${callback} works when it arrives late`, async ({ app, session: _, payload }) => {
      const late = await payload({ iat: anHourAgo() });
      expect((await app.callFromServer(callback, late)).status).toBe(204);
    });
  }

  test('both callbacks work when a server calls them', async ({
    app,
    session: owner,
    payload,
    stores,
  }) => {
    const staff = await stores.open('aurora', 'staff');
    const { user } = staff;
    expect((await app.callFromServer('remove_user', await payload({ user }))).status).toBe(204);
    expect((await app.session(staff.token)).status).toBe(401);
    expect((await app.session(owner.token)).status).toBe(200);
    const jwt = await payload({ user: owner.user });
    expect((await app.callFromServer('uninstall', jwt)).status).toBe(204);
    expect((await app.session(owner.token)).status).toBe(401);
  });
});

test('row 12: a forged uninstall ends sessions and erases nothing', async ({
  app,
  session,
  payload,
  stores,
}) => {
  expect((await app.callFromServer('uninstall', await payload())).status).toBe(204);
  expect((await app.session(session.token)).status).toBe(401);
  const reopened = await stores.open('aurora');
  expect((await app.segments(reopened.token)).status).toBe(200);
});

test('row 12: BigCommerce is asked again later, and its 401 erases the store', async ({
  app,
  session: _,
  payload,
  stack,
  stores,
  sandbox,
  database,
}) => {
  await stores.install('bramble');
  const hash = stores.hash('aurora');
  await app.callFromServer('uninstall', await payload());
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
