import { addressIn } from '../../lib/screens/screens.ts';
import { actionInputs, readableAddresses } from '../support/addresses.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { guardedPaths } from '../support/routes.ts';
import { actionResult, serverActions } from '../support/server-actions.ts';
import { bearer, tokensIn } from '../support/session-token.ts';

test.use({ installs: ['aurora'] });

test("row 19: a session does not reach another store's address", async ({
  app,
  session: { token },
  stores,
  sandbox,
}) => {
  await stores.install('bramble');
  await sandbox.clearLog();
  const other = stores.hash('bramble');
  const addresses = readableAddresses(await stores.existingIds('aurora'));
  expect([...Object.keys(addresses), '/api/[...path]'].sort()).toEqual(guardedPaths().sort());
  for (const path of Object.values(addresses)) {
    const named = `${path}${path.includes('?') ? '&' : '?'}store=`;
    expect((await app.get(`${named}${stores.hash('aurora')}`, bearer(token))).status).toBe(200);
    expect((await app.get(`${named}${other}`, bearer(token))).status, named).toBe(403);
  }
  expect((await app.get(`/api/segments?store_hash=${other}`, bearer(token))).status).toBe(400);
  const location = await stores.launch('aurora');
  const html = await (await app.get(location.replace(stores.hash('aurora'), other))).text();
  expect(tokensIn(html)).toEqual([]);
  for (const { id, path } of serverActions(other)) {
    const answer = await app.action(id, path, [token, {}]);
    expect(await answer.text()).toContain('store-mismatch');
  }
  const reached = await sandbox.log();
  expect(reached.filter(({ path }) => path.includes(other))).toEqual([]);
});

test('row 19: the ids of another store are not found', async ({
  app,
  session: { token },
  stores,
  sandbox,
}) => {
  await stores.install('bramble');
  const theirs = await stores.existingIds('bramble');
  const before = await sandbox.shoppers(stores.hash('bramble'));
  await sandbox.clearLog();
  for (const path of [
    `/api/segments/${theirs.segmentId}`,
    `/api/segments/${theirs.segmentId}/shoppers`,
  ]) {
    expect((await app.get(path, bearer(token))).status, path).toBe(404);
  }
  const counts = await app.get(`/api/shopper-counts?ids=${theirs.segmentId}`, bearer(token));
  expect(await counts.json()).toMatchObject({ data: [{ failure: { code: 'not-found' } }] });
  const among = `${theirs.customerId}:${theirs.profileId}`;
  const members = await app.get(
    `/api/segments/${theirs.segmentId}/members?among=${among}`,
    bearer(token),
  );
  expect(await members.json()).toEqual({ data: [] });
  const inputs = actionInputs(theirs);
  for (const { id, name, path } of serverActions(stores.hash('aurora'))) {
    if (name === 'createSegment') continue;
    const result = actionResult(await (await app.action(id, path, [token, inputs[name]])).text());
    if (name !== 'deleteSegments') expect(JSON.stringify(result), name).toContain('"not-found"');
  }
  expect(await sandbox.shoppers(stores.hash('bramble'))).toEqual(before);
  const reached = await sandbox.log();
  expect(reached.filter(({ path }) => path.includes(stores.hash('bramble')))).toEqual([]);
});

test('row 22: the HTML and React payload of a screen hold data only with a launch code', async ({
  app,
  session: { token },
  stores,
  sandbox,
}) => {
  const hash = stores.hash('aurora');
  const user = stores.user('aurora');
  const known = await stores.existingIds('aurora');
  const addresses = readableAddresses(known);
  for (const [screen, read] of [
    [linkTo.segments(), '/api/segments'],
    [linkTo.segment(known.segmentId), '/api/segments/[segmentId]/shoppers'],
    [linkTo.customer(known.customerId), '/api/customers/[customerId]'],
  ] as const) {
    const answer = await (await app.get(addresses[read] ?? '', bearer(token))).text();
    const shown = [...answer.matchAll(/"(?:name|email)":"([^"]{4,})"/g)].map(
      ([, text = '']) => text,
    );
    const launch = (await app.get(await sandbox.loadUrl(hash, user.id, screen))).headers;
    const launchPage = await (await app.get(launch.get('location') ?? '')).text();
    expect(
      shown.filter((text) => launchPage.includes(text)),
      screen,
    ).not.toEqual([]);
    const secrets = [...shown, user.email, 'Aurora Outdoor'];
    for (const headers of [{}, { rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }]) {
      const asked = await app.get(addressIn(hash, screen), headers);
      // Next serves React payloads at an address that has `_rsc` in its query.
      const address = asked.headers.get('location');
      const shell = address ? await app.get(address, headers) : asked;
      expect(shell.status, screen).toBe(200);
      const type = 'rsc' in headers ? 'text/x-component' : 'text/html';
      expect(shell.headers.get('content-type')).toContain(type);
      const body = await shell.text();
      expect(tokensIn(body), screen).toEqual([]);
      expect(
        secrets.filter((text) => body.includes(text)),
        screen,
      ).toEqual([]);
    }
  }
});

test('row 22: the page of a launch is private and takes its code out of the address first', async ({
  app,
  stores,
}) => {
  const response = await app.get(await stores.launch('aurora'));
  expect(response.headers.get('cache-control')).toMatch(/^private,.*\bno-store\b/);
  const html = await response.text();
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)];
  const forgets = html.indexOf('replaceState');
  expect(forgets).toBeGreaterThan(scripts[0]?.index ?? Number.POSITIVE_INFINITY);
  expect(scripts[1]?.index ?? 0).toBeGreaterThan(forgets);
});
