import { z } from 'zod';
import { addressIn } from '../../lib/screens/screens.ts';
import type { Stack } from '../stack/stack.ts';
import type { AppClient } from '../support/app-client.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { plainRequest } from '../support/plain-request.ts';
import { guardedRoutes } from '../support/routes.ts';
import { serverAction, serverActions } from '../support/server-actions.ts';

/** Names that only code of the server contains. */
const serverWords = [
  'BIGCOMMERCE_CLIENT_SECRET',
  'TOKEN_ENCRYPTION_KEYS',
  'DATABASE_URL',
  'sealed_token',
];

test.beforeAll(({ stack }) => stack.restartApp({ LOG_LEVEL: 'trace' }));
test.afterAll(({ stack }) => stack.restartApp());

test('row 30: no log, page, React payload, bundle or error holds a secret', async ({
  app,
  stack,
  stores,
  sandbox,
}) => {
  const hash = stores.hash('aurora');
  const installUrl = await sandbox.installUrl(hash, stores.user('aurora').id);
  const authCode = new URL(installUrl).searchParams.get('code') ?? '';
  const bodies: string[] = [];
  const keep = async (answer: Promise<Response>) => {
    const { headers, url, ...rest } = await answer.then(async (response) => ({
      headers: JSON.stringify([...response.headers].filter(([name]) => name !== 'location')),
      url: response.url,
      text: await response.text(),
    }));
    bodies.push(headers, rest.text);
    return rest.text;
  };

  await keep(app.get(installUrl));
  await keep(app.get(installUrl));
  const loadUrl = await sandbox.loadUrl(hash, stores.user('aurora').id);
  const jwt = new URL(loadUrl).searchParams.get('signed_payload_jwt') ?? '';
  const opened = await app.load(jwt);
  const location = opened.headers.get('location') ?? '';
  const launchCode = new URL(location).searchParams.get('launch') ?? '';
  const launchPage = await (await app.get(location)).text();
  const token = launchPage.match(/"token\\?":\\?"([\w-]{43})/)?.[1] ?? '';
  const { accessToken = '' } = (await sandbox.state(hash)).installation ?? {};

  // Good and bad requests of every kind, with secrets where they do not belong.
  const bearer = { authorization: `Bearer ${token}` };
  for (const path of ['load', 'uninstall', 'remove_user']) {
    await keep(app.get(`/${path}?signed_payload_jwt=${jwt}x`));
    await keep(app.get(`/${path}?signed_payload_jwt=${jwt}&signed_payload_jwt=${jwt}`));
    await keep(app.send('HEAD', `/${path}?signed_payload_jwt=${jwt}`));
  }
  for (const { method, path } of guardedRoutes().filter(({ method }) => method === 'GET')) {
    await keep(app.send(method, path, bearer));
    await keep(app.send(method, `${path}?token=${token}`, bearer));
    await keep(app.send(method, path, { authorization: `Bearer ${token}x` }));
  }
  await keep(app.get(location));
  await keep(app.get(location, { rsc: '1' }));
  await keep(app.get(addressIn('ABC', linkTo.segments({ launch: launchCode }))));
  for (const { id, path } of serverActions(hash)) {
    await keep(app.action(id, path, [token, { name: token }]));
    await keep(app.action(id, path, [`${token}$`]));
    await keep(app.send('POST', location, { 'next-action': id }, `["$F${token}"]`));
  }
  await sandbox.addFault({ path: '/v3/segments', fault: '500', times: 10 });
  await keep(app.segments(token));
  await sandbox.clearFaults();
  await sandbox.revokeToken(hash);
  await keep(app.segments(token));
  await sandbox.addFault({ path: '/oauth2/token', fault: '500' });
  await keep(app.get(await sandbox.installUrl(hash, stores.user('aurora').id)));
  await sandbox.uninstall(hash);

  const secrets = {
    clientSecret: stack.clientSecret,
    accessToken,
    authCode,
    jwt,
    launchCode,
    token,
  };
  const scripts = await bundles(stack.appUrl, launchPage);
  const log = await printed(stack, app);
  expect(log).toContain('"route":"/load"');
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret.length, name).toBeGreaterThan(10);
    expect(log.includes(secret), `${name} in the log`).toBe(false);
    expect(
      bodies.filter((body) => body.includes(secret)),
      name,
    ).toEqual([]);
    expect(scripts.includes(secret), `${name} in a bundle`).toBe(false);
  }
  // The page of a launch holds the session, once, and nothing else.
  for (const name of ['clientSecret', 'accessToken', 'authCode', 'jwt', 'launchCode'] as const) {
    expect(launchPage).not.toContain(secrets[name]);
  }
  expect(launchPage.split(token)).toHaveLength(2);
  for (const word of serverWords) expect(scripts).not.toContain(word);
  for (const person of [stores.user('aurora').email]) expect(log).not.toContain(person);
});

test('no log holds what was searched for or the customers found', async ({
  app,
  session: { token },
  stack,
  stores,
  sandbox,
}) => {
  const hash = stores.hash('aurora');
  await sandbox.setCustomers(hash, { count: 3, company: 'Quillon Freight' });
  const { segmentId } = await stores.existingIds('aurora');
  const headers = { authorization: `Bearer ${token}` };
  const read = async (path: string) => (await app.get(path, headers)).text();
  const found = await read('/api/customers?search=a@quillon.example');
  await read(`/api/customers?search=quillon&segment=${segmentId}`);
  await read('/api/customers/count?type=company&company=Quillon%20Freight');
  const person = await read('/api/customers/1');
  const input = { segmentId, filter: { type: 'company', company: 'Quillon Freight' }, offset: 0 };
  await sandbox.addFault({ path: '/v3/customers', fault: 'malformed-json' });
  const address = addressIn(hash, linkTo.segment(segmentId));
  const adding = serverAction('addMatchingShoppers');
  await (await app.action(adding, address, [token, input])).text();
  await sandbox.addFault({ path: '/v3/customers', fault: '422', times: 10 });
  await read('/api/customers?search=quillon');
  const { data } = z
    .object({ data: z.object({ name: z.string(), email: z.string() }) })
    .parse(JSON.parse(person));
  expect(JSON.parse(found)).toMatchObject({ data: [] });
  const log = await printed(stack, app);
  expect(log).toContain('"route":"GET /api/customers/count"');
  expect(log).toContain('"route":"action addMatchingShoppers"');
  for (const words of ['quillon', data.email, ...data.name.split(' ')]) {
    expect(words.length).toBeGreaterThan(2);
    expect(log.toLowerCase().includes(words.toLowerCase()), words).toBe(false);
  }
});

/** All output of the app so far. Its log lines may arrive later than its answers. */
async function printed(stack: Stack, app: AppClient): Promise<string> {
  const last = (await app.session('none')).headers.get('x-request-id');
  await expect.poll(() => stack.app.output()).toContain(`"requestId":"${last}"`);
  return stack.app.output();
}

/** The text of all scripts that a page names, and of those that they name. */
async function bundles(appUrl: string, html: string): Promise<string> {
  const seen = new Map<string, string>();
  const look = async (text: string): Promise<void> => {
    for (const [file] of text.matchAll(/static\/chunks\/[\w.~-]+\.js/g)) {
      if (seen.has(file)) continue;
      seen.set(file, '');
      const script = (await plainRequest(`${appUrl}/_next/${file}`)).text;
      seen.set(file, script);
      await look(script);
    }
  };
  await look(html);
  expect(seen.size).toBeGreaterThan(3);
  return [...seen.values()].join('\n');
}
