import { createHash } from 'node:crypto';
import { actionInputs, readableAddresses } from '../support/addresses.ts';
import type { TestDatabase } from '../support/app-database.ts';
import { expect, test } from '../support/fixtures.ts';
import { guardedRoutes } from '../support/routes.ts';
import { serverActions } from '../support/server-actions.ts';
import { bearer, tokensIn } from '../support/session-token.ts';

/** Part of the names of a dozen of Aurora's segments. */
const segmentName = 'Pacific Northwest';

test('row 16: one launch code opened fifty times at once starts one session', async ({
  app,
  stores,
}) => {
  await stores.install('aurora');
  const location = await stores.launch('aurora');
  const pages = await Promise.all(
    Array.from({ length: 50 }, async () => (await app.get(location)).text()),
  );
  const tokens = pages.flatMap((html) => tokensIn(html));
  expect(tokens).toHaveLength(1);
  expect((await app.session(tokens[0] ?? '')).status).toBe(200);
});

test('row 16: a made-up or spent launch code opens a page without data', async ({
  app,
  stores,
}) => {
  await stores.install('aurora');
  const location = await stores.launch('aurora');
  await (await app.get(location)).text();
  for (const path of [location, location.replace(/launch=.*/, `launch=${'A'.repeat(43)}`)]) {
    const html = await (await app.get(path)).text();
    expect(tokensIn(html)).toEqual([]);
    expect(html).not.toContain(segmentName);
  }
});

/* lib/sessions/sessions.test.ts tries all invalid tokens; here every route and action gets some. */
const withoutSession: Record<string, (token: string, db: TestDatabase) => string | undefined> = {
  'without a token': () => undefined,
  'with the token of a session that has expired': (token, db) => {
    db.expireSessions();
    return token;
  },
};
for (const [title, tokenAfter] of Object.entries(withoutSession)) {
  test(`row 17: no route and no action works ${title}`, async ({
    app,
    session,
    stores,
    database,
    sandbox,
  }) => {
    const token = tokenAfter(session.token, database);
    const known = await stores.existingIds('aurora');
    const inputs = actionInputs(known);
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
    for (const path of Object.values(readableAddresses(known))) {
      expect((await app.get(path, token ? bearer(token) : {})).status, path).toBe(401);
    }
    for (const { id, name, path } of serverActions(stores.hash('aurora'))) {
      expect(inputs, 'the inputs of all actions').toHaveProperty(name);
      const answer = await app.action(id, path, [token, inputs[name]]);
      expect(await answer.text()).toContain('session-ended');
    }
    expect(await sandbox.log()).toEqual([]);
  });
}

test('row 18: a token in the query or in a cookie is refused', async ({
  app,
  session: { token },
  stores,
}) => {
  for (const path of Object.values(readableAddresses(await stores.existingIds('aurora')))) {
    const inQuery = await app.get(`${path}${path.includes('?') ? '&' : '?'}token=${token}`);
    expect(inQuery.status).toBe(401);
    const inCookie = await app.get(path, { cookie: `token=${token}; session=${token}` });
    expect(inCookie.status).toBe(401);
  }
});

test('row 21: logging out ends this session and no other', async ({
  app,
  session: mine,
  stores,
}) => {
  const another = await stores.open('aurora');
  expect((await app.send('DELETE', '/api/session', bearer(mine.token))).status).toBe(204);
  expect((await app.session(mine.token)).status).toBe(401);
  expect((await app.session(another.token)).status).toBe(200);
});

test('row 21: uninstalling ends all sessions of the store at the next request', async ({
  app,
  session: first,
  stores,
  sandbox,
}) => {
  await stores.install('bramble');
  const second = await stores.open('aurora', 'staff');
  const elsewhere = await stores.open('bramble');
  await sandbox.uninstall(stores.hash('aurora'));
  expect((await app.segments(first.token)).status).toBe(401);
  expect((await app.segments(second.token)).status).toBe(401);
  expect((await app.segments(elsewhere.token)).status).toBe(200);
});

test('row 24: an action without a token changes nothing, whatever its origin', async ({
  app,
  stores,
  sandbox,
}) => {
  await stores.install('aurora');
  const before = await sandbox.state(stores.hash('aurora'));
  const inputs = actionInputs(await stores.existingIds('aurora'));
  await sandbox.clearLog();
  const actions = serverActions(stores.hash('aurora'));
  expect(actions.length).toBeGreaterThanOrEqual(6);
  for (const { id, name, path } of actions) {
    for (const origin of ['https://evil.example', 'null', ':::', null]) {
      for (const token of [undefined, null, '', 'A'.repeat(43)]) {
        await (await app.action(id, path, [token, inputs[name]], origin)).text();
      }
    }
  }
  expect(await sandbox.log()).toEqual([]);
  expect(await sandbox.state(stores.hash('aurora'))).toEqual(before);
});

test('the database holds only the hash of a session token', async ({
  session: { token },
  database,
}) => {
  const text = database.text();
  expect(text).not.toContain(token);
  expect(text).toContain(createHash('sha256').update(token).digest('base64url'));
});
