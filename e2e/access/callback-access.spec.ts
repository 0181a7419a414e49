import { expect, test } from '../support/fixtures.ts';
import { claims, sign } from '../support/sign-payload.ts';

/* Callbacks with a valid payload that still may not open the app. */

test('row 8: HEAD and POST on a callback do nothing', async ({ app, stack, stores, sandbox }) => {
  await stores.install('aurora');
  const session = await stores.open('aurora');
  const installUrl = await sandbox.installUrl(stores.hash('aurora'), stores.user('aurora').id);
  const jwt = await sign(
    claims(stack, stores.hash('aurora'), { user: session.user }),
    stack.clientSecret,
  );
  for (const method of ['HEAD', 'POST']) {
    for (const path of ['load', 'uninstall', 'remove_user']) {
      const response = await app.send(method, `/${path}?signed_payload_jwt=${jwt}`);
      expect(response.status).toBe(405);
      expect(response.headers.get('location')).toBeNull();
    }
    expect(
      (await app.send(method, new URL(installUrl).pathname + new URL(installUrl).search)).status,
    ).toBe(405);
  }
  expect((await app.session(session.token)).status).toBe(200);
  expect((await app.get(new URL(installUrl).pathname + new URL(installUrl).search)).status).toBe(
    303,
  );
});

test('row 9: opening the app in a store without it answers how to install it', async ({
  app,
  stack,
}) => {
  const response = await app.load(await sign(claims(stack, 'stranger'), stack.clientSecret));
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('Install');
});
