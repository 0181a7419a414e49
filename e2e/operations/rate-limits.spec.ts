import { addressIn } from '../../lib/screens/screens.ts';
import type { AppClient } from '../support/app-client.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';

const callers = { noisy: '203.0.113.1', quiet: '203.0.113.2' };

/** So many are sent at once. A limit that lets 3,000 requests in is none. */
const round = { size: 100, count: 30 };

/**
 * Sends requests until half of those sent at once are refused: the slower a server answers, the
 * more of them the limit lets in meanwhile.
 * @param send gets the number of the request, from 0
 * @returns the answers with 429 of the last round
 */
async function burst(send: (sent: number) => Promise<Response>): Promise<Response[]> {
  const answer = async (sent: number) => {
    const response = await send(sent);
    if (response.status === 429) return [response];
    await response.arrayBuffer();
    return [];
  };
  for (let sent = 0; sent < round.size * round.count; sent += round.size) {
    const answers = Array.from({ length: round.size }, (_, index) => answer(sent + index));
    const refused = (await Promise.all(answers)).flat();
    if (refused.length >= round.size / 2) return refused;
  }
  throw new Error(`None of ${round.size * round.count} requests was refused.`);
}

function from(app: AppClient, address: string, path: string): Promise<Response> {
  return app.get(path, { 'x-forwarded-for': address });
}

test.describe('row 31: a burst from one address behind a trusted proxy is refused', () => {
  test.beforeAll(({ stack }) => stack.restartApp({ TRUSTED_PROXY_HOPS: '1' }));
  test.afterAll(({ stack }) => stack.restartApp());

  const page = addressIn('x', linkTo.segments());
  for (const path of ['/load', '/api/session', page]) {
    test(`row 31: on ${path}`, async ({ app }) => {
      // Pages are counted with the icon. A slow server renders no more of them than it admits.
      const isIcon = (sent: number) => path === page && sent % 10 !== 0;
      const refused = await burst((sent) =>
        from(app, callers.noisy, isIcon(sent) ? '/icon.svg' : path),
      );
      expect(refused.some(({ url }) => url.endsWith(path))).toBe(true);
      const type = path.startsWith('/api/') ? 'application/json' : 'text/html';
      for (const { headers } of refused) {
        expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
        expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
        expect(headers.get('content-type')).toContain(type);
      }
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
    expect((await burst(garbage)).length).toBeGreaterThan(0);
    expect((await app.session(token)).status).toBe(200);
  });
});

test('row 31: a burst of one session is refused, and other sessions still work', async ({
  app,
  stores,
}) => {
  await stores.install('aurora');
  const [noisy, quiet] = [await stores.open('aurora'), await stores.open('aurora')];
  const refused = await burst(() => app.session(noisy.token));
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(await refused[0]?.json()).toMatchObject({ error: { code: 'rate-limited' } });
  expect((await app.segments(quiet.token)).status).toBe(200);
});

test.describe('row 31: the limit cannot be evaded', () => {
  // Later tests use the same address, and would get a 429.
  test.afterEach(({ stack }) => stack.restartApp());

  test('row 31: by claiming addresses, without a trusted proxy', async ({ app }) => {
    let claimed = 0;
    const claim = () => from(app, `198.51.100.${++claimed % 250}`, '/uninstall');
    expect((await burst(claim)).length).toBeGreaterThan(0);
  });
});
