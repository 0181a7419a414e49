import { createHash } from 'node:crypto';
import { expect, test } from './support/fixtures.ts';
import { guardedRoutes } from './support/routes.ts';
import { serverActions } from './support/server-actions.ts';
import type { TestDatabase } from './support/test-database.ts';

/** Stands in the names of a dozen of Aurora's segments. */
const segmentName = 'Pacific Northwest';

test.beforeEach(({ stores }) => stores.install('aurora'));

test('row 16: one launch code opened fifty times at once starts one session', async ({
  app,
  stores,
}) => {
  const location = await stores.launch('aurora');
  const pages = await Promise.all(
    Array.from({ length: 50 }, async () => (await app.get(location)).text()),
  );
  const tokens = pages.flatMap((html) => tokensIn(html));
  expect(tokens).toHaveLength(1);
  expect((await app.session(tokens[0] ?? '')).status).toBe(200);
});

test('row 16: a made-up or spent launch code opens an empty shell', async ({ app, stores }) => {
  const location = await stores.launch('aurora');
  await (await app.get(location)).text();
  for (const path of [location, location.replace(/launch=.*/, `launch=${'A'.repeat(43)}`)]) {
    const html = await (await app.get(path)).text();
    expect(tokensIn(html)).toEqual([]);
    expect(html).not.toContain(segmentName);
  }
});

test.describe('row 17: no route and no action works without a live session', () => {
  const dead: Record<string, (token: string, db: TestDatabase) => string | undefined> = {
    none: () => undefined,
    garbage: () => 'garbage',
    'made up': () => 'A'.repeat(43),
    expired: (token, db) => {
      db.expireSessions();
      return token;
    },
    'logged out': (token, db) => {
      db.deleteSessions();
      return token;
    },
  };
  for (const [kind, kill] of Object.entries(dead)) {
    test(kind, async ({ app, stores, database, sandbox }) => {
      const token = kill((await stores.open('aurora')).token, database);
      const refused = new Set<string>();
      await sandbox.clearLog();
      for (const { method, path } of guardedRoutes()) {
        const response = await app.send(method, path, token ? bearer(token) : {});
        if (response.status === 405) continue;
        expect(response.status, `${method} ${path}`).toBe(401);
        if (method !== 'HEAD') expect(await response.text()).toContain('"session-ended"');
        refused.add(path);
      }
      expect(refused.size).toBeGreaterThanOrEqual(2);
      expect(refused).toEqual(new Set(guardedRoutes().map(({ path }) => path)));
      for (const id of serverActions()) {
        const answer = await app.action(id, `/stores/${stores.hash('aurora')}/segments`, [
          token,
          {},
        ]);
        expect(await answer.text()).toContain('session-ended');
      }
      expect(await sandbox.log()).toEqual([]);
    });
  }
});

test('row 18: a token in the query or in a cookie is no session', async ({ app, stores }) => {
  const { token } = await stores.open('aurora');
  for (const path of ['/api/session', '/api/segments']) {
    const inQuery = await app.get(`${path}?token=${token}`);
    expect(inQuery.status).toBe(401);
    const inCookie = await app.get(path, { cookie: `token=${token}; session=${token}` });
    expect(inCookie.status).toBe(401);
  }
});

test("row 19: a session does not reach another store's address", async ({
  app,
  stores,
  sandbox,
}) => {
  await stores.install('bramble');
  const { token } = await stores.open('aurora');
  await sandbox.clearLog();
  const other = stores.hash('bramble');
  expect((await app.get(`/api/segments?store=${other}`, bearer(token))).status).toBe(403);
  expect((await app.get(`/api/segments?store_hash=${other}`, bearer(token))).status).toBe(400);
  const location = await stores.launch('aurora');
  const html = await (await app.get(location.replace(stores.hash('aurora'), other))).text();
  expect(tokensIn(html)).toEqual([]);
  for (const id of serverActions()) {
    const answer = await app.action(id, `/stores/${other}/segments`, [token, {}]);
    expect(await answer.text()).toContain('store-mismatch');
  }
  const reached = await sandbox.log();
  expect(reached.filter(({ path }) => path.includes(other))).toEqual([]);
});

test('row 21: log-out ends this session and no other', async ({ app, stores }) => {
  const [mine, another] = [await stores.open('aurora'), await stores.open('aurora')];
  expect((await app.send('DELETE', '/api/session', bearer(mine.token))).status).toBe(204);
  expect((await app.session(mine.token)).status).toBe(401);
  expect((await app.session(another.token)).status).toBe(200);
});

test('row 21: uninstall ends all sessions of the store at the next request', async ({
  app,
  stores,
  sandbox,
}) => {
  await stores.install('bramble');
  const [first, second] = [await stores.open('aurora'), await stores.open('aurora', 'staff')];
  const elsewhere = await stores.open('bramble');
  await sandbox.uninstall(stores.hash('aurora'));
  expect((await app.segments(first.token)).status).toBe(401);
  expect((await app.segments(second.token)).status).toBe(401);
  expect((await app.segments(elsewhere.token)).status).toBe(200);
});

test('row 22: HTML and RSC payloads without a launch code hold no tenant data', async ({
  app,
  stores,
}) => {
  const path = `/stores/${stores.hash('aurora')}/segments`;
  for (const headers of [{}, { rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }]) {
    const response = await app.get(path, headers);
    const body = await response.text();
    expect(tokensIn(body)).toEqual([]);
    expect(body).not.toContain(segmentName);
    expect(body).not.toContain(stores.user('aurora').email);
    expect(body).not.toContain('Aurora Outdoor');
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

test('row 24: actions with any origin and no token change nothing', async ({
  app,
  stores,
  sandbox,
}) => {
  const before = await sandbox.state(stores.hash('aurora'));
  await sandbox.clearLog();
  const path = `/stores/${stores.hash('aurora')}/segments`;
  const input = {
    name: 'x',
    description: '',
    id: before.segments[0]?.id,
    ids: before.segments.map(({ id }) => id).slice(0, 5),
  };
  expect(serverActions().length).toBeGreaterThanOrEqual(3);
  for (const id of serverActions()) {
    for (const origin of ['https://evil.example', 'null', ':::', null]) {
      for (const token of [undefined, null, '', 'A'.repeat(43)]) {
        await (await app.action(id, path, [token, input], origin)).text();
      }
    }
  }
  expect(await sandbox.log()).toEqual([]);
  expect((await sandbox.state(stores.hash('aurora'))).segments).toEqual(before.segments);
});

test('a session in the database is a hash', async ({ stores, database }) => {
  const { token } = await stores.open('aurora');
  const text = database.text();
  expect(text).not.toContain(token);
  expect(text).toContain(createHash('sha256').update(token).digest('base64url'));
});

function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}

function tokensIn(html: string): string[] {
  return [...html.matchAll(/"token\\?":\\?"([\w-]{43})/g)].map((match) => match[1] ?? '');
}
