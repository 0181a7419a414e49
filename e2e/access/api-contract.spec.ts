import { expect, test } from '../support/fixtures.ts';
import { bearer } from '../support/session-token.ts';

/* The exact answers of the app's API: other programs may rely on them. */

const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);

test('GET /api/session names the store and the user, and when the session ends', async ({
  app,
  session: { token, user },
  stores,
}) => {
  const answer = await app.session(token);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    expiresAt: isoTime,
    store: { hash: stores.hash('aurora'), name: 'Aurora Outdoor', timeZone: 'America/Los_Angeles' },
    user: { id: user.id, email: user.email, locale: user.locale },
  });
});

test('GET /api/segments answers with all segments as BigCommerce holds them, in its order', async ({
  app,
  session: { token },
  stores,
}) => {
  const held = await stores.segments('aurora');
  const answer = await app.segments(token);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    data: held.map(({ id, name, description, updated_at }) => ({
      id,
      name,
      description,
      updatedAt: updated_at,
    })),
    meta: { total: 240, limit: 1_000, counts: [], now: expect.any(String) },
  });
});

test('DELETE /api/session logs out, and a second one is refused', async ({
  app,
  session: { token },
  stores,
  database,
}) => {
  const answer = await app.send('DELETE', '/api/session', bearer(token));
  expect(answer.status).toBe(204);
  expect(await answer.text()).toBe('');
  expect(database.count('sessions', stores.hash('aurora'))).toBe(0);
  expect((await app.send('DELETE', '/api/session', bearer(token))).status).toBe(401);
});

test('an error has a status, a code and a message', async ({
  app,
  session: { token },
  sandbox,
}) => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const [path, headers, status, code] of [
    ['/api/session', {}, 401, 'session-ended'],
    ['/api/segments', bearer('A'.repeat(43)), 401, 'session-ended'],
    ['/api/segments?store=other', bearer(token), 403, 'store-mismatch'],
    ['/api/segments?x=1', bearer(token), 400, 'invalid-input'],
    [`/api/segments/${nobody}`, bearer(token), 404, 'not-found'],
    ['/api/none', bearer(token), 404, 'not-found'],
  ] as const) {
    const answer = await app.get(path, headers);
    expect(answer.status, path).toBe(status);
    expect(await answer.json(), path).toEqual({ error: { code, message: expect.any(String) } });
  }
  await sandbox.addFault({ path: '/v3/segments', fault: '422', times: 100 });
  const refused = await app.segments(token);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toEqual({
    error: { code: 'invalid', message: expect.any(String), detail: 'Injected 422' },
  });
});
