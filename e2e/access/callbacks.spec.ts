import { addressIn } from '../../lib/screens/screens.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';

/*
 * lib/bigcommerce/signed-payload.test.ts tries all values of signed payloads; these tests show each
 * rule once over HTTP.
 */

const now = () => Math.floor(Date.now() / 1000);

test.use({ installs: ['aurora'] });

test('row 1: no payload, an empty one or two are refused', async ({ app, payload }) => {
  const jwt = await payload();
  for (const path of ['load', 'uninstall', 'remove_user']) {
    for (const query of [
      '',
      '?signed_payload_jwt=',
      `?signed_payload_jwt=${jwt}&signed_payload_jwt=${jwt}`,
    ]) {
      expect((await app.get(`/${path}${query}`)).status, path + query).toBe(400);
    }
  }
});

test('row 2: a payload that is too long or malformed is refused', async ({ app }) => {
  expect((await app.load('a.b.c')).status).toBe(400);
  expect((await app.load('A'.repeat(9_000))).status).toBe(400);
  // Longer than Node accepts a request line.
  expect((await app.load('A'.repeat(16_384))).status).toBe(431);
});

test('row 3: a payload that was tampered with is refused', async ({ app, payload }) => {
  const [header, , signature] = (await payload()).split('.');
  const [, forged] = (await payload({ user: { id: 1 } })).split('.');
  expect((await app.load(`${header}.${forged}.${signature}`)).status).toBe(401);
});

test("row 4: another app's payload, an expired one and a future one are refused", async ({
  app,
  payload,
}) => {
  for (const replaced of [{ aud: 'another app' }, { exp: now() - 60 }, { iat: now() + 60 }]) {
    const answer = await app.load(await payload(replaced));
    expect(answer.status, JSON.stringify(replaced)).toBe(401);
  }
  expect((await app.load(await payload({ iat: now() + 20, nbf: now() + 20 }))).status).toBe(303);
});

test('row 5: a payload opens the app twice, but not after LOAD_MAX_AGE', async ({
  app,
  database,
  payload,
}) => {
  database.ageInstallations();
  const fresh = await payload({ iat: now() - 590 });
  expect((await app.load(fresh)).status).toBe(303);
  expect((await app.load(fresh)).status).toBe(303);
  const refused = await app.load(await payload({ iat: now() - 610 }));
  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain('Open the app again');
});

test('row 6: malformed store hashes and user ids are refused', async ({ app, payload }) => {
  const user = { id: '7', email: 'ann@example.com', locale: 'en' };
  for (const replaced of [{ sub: 'stores/../x' }, { user }]) {
    const answer = await app.load(await payload(replaced));
    expect(answer.status, JSON.stringify(replaced)).toBe(400);
  }
});

test('row 7: a deep link that leads out of the app opens the list of segments', async ({
  app,
  payload,
  stack,
  stores,
}) => {
  const home = stack.appUrl + addressIn(stores.hash('aurora'), linkTo.segments());
  const locationFor = async (url: string) =>
    (await app.load(await payload({ url }))).headers.get('location') ?? '';
  expect((await locationFor('//evil.example')).split('launch=')[0]).toBe(`${home}?`);
  expect(await locationFor(linkTo.segments({ search: 'vip' }))).toContain(
    `${home}?search=vip&launch=`,
  );
});
