import { addressIn } from '../../lib/screens/screens.ts';
import type { AppClient } from '../support/app-client.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';

const callers = { noisy: '203.0.113.1', quiet: '203.0.113.2' };

/** More requests than are admitted at once, so that the time that answers take does not matter. */
const tooMany = { fromAddress: 400, inSession: 700 };

/** Sends so many requests at once. @returns the answers with 429 */
async function burst(count: number, send: () => Promise<Response>): Promise<Response[]> {
  const answer = async () => {
    const response = await send();
    if (response.status === 429) return [response];
    await response.arrayBuffer();
    return [];
  };
  return (await Promise.all(Array.from({ length: count }, answer))).flat();
}

function from(app: AppClient, address: string, path: string): Promise<Response> {
  return app.get(path, { 'x-forwarded-for': address });
}

test.describe('row 31: a burst from one address behind a trusted proxy is refused', () => {
  test.beforeAll(({ stack }) => stack.restartApp({ TRUSTED_PROXY_HOPS: '1' }));
  test.afterAll(({ stack }) => stack.restartApp());

  const paths = ['/load', '/api/session', addressIn('x', linkTo.segments())];
  for (const path of paths) {
    test(`row 31: on ${path}`, async ({ app }) => {
      const refused = await burst(tooMany.fromAddress, () => from(app, callers.noisy, path));
      expect(refused.length).toBeGreaterThan(0);
      for (const { headers } of refused) {
        expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
        expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
      }
      const type = path.startsWith('/api/') ? 'application/json' : 'text/html';
      expect(refused[0]?.headers.get('content-type')).toContain(type);
      expect((await from(app, callers.quiet, path)).status).not.toBe(429);
      expect((await from(app, `${callers.noisy}, ${callers.quiet}`, path)).status).not.toBe(429);
      expect((await app.get('/healthz')).status).toBe(200);
    });
  }

  test('row 31: a session still works while its address sends a burst', async ({
    app,
    session: { token },
  }) => {
    const garbage = () => app.get('/api/session', { authorization: `Bearer ${'A'.repeat(43)}` });
    expect((await burst(tooMany.fromAddress, garbage)).length).toBeGreaterThan(0);
    expect((await app.session(token)).status).toBe(200);
  });
});

test('row 31: a burst of one session is refused, and other sessions still work', async ({
  app,
  stores,
}) => {
  await stores.install('aurora');
  const [noisy, quiet] = [await stores.open('aurora'), await stores.open('aurora')];
  const refused = await burst(tooMany.inSession, () => app.session(noisy.token));
  expect(refused.length).toBeGreaterThan(0);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(await refused[0]?.json()).toMatchObject({ error: { code: 'rate-limited' } });
  expect((await app.segments(quiet.token)).status).toBe(200);
});

test.describe('row 31: the limit cannot be evaded', () => {
  // Later tests use the same address, and would get a 429.
  test.afterEach(({ stack }) => stack.restartApp());

  test('row 31: by claiming addresses, without a trusted proxy', async ({ app }) => {
    let claimed = 0;
    const refused = await burst(tooMany.fromAddress, () =>
      from(app, `198.51.100.${++claimed % 250}`, '/uninstall'),
    );
    expect(refused.length).toBeGreaterThan(0);
  });
});
