import { addressIn } from '../../lib/screens/screens.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { plainRequest } from '../support/plain-request.ts';

const list = addressIn('abc', linkTo.segments());

/** A request for every kind of answer that the app gives. */
const requests: Record<string, [method: string, path: string]> = {
  'a page': ['GET', list],
  'an RSC payload': ['GET', addressIn('abc', linkTo.segments({ _rsc: 'x' }))],
  'the home page': ['GET', '/'],
  'a page that is not there': ['GET', '/nowhere'],
  'an impossible store hash': ['GET', addressIn('ABC', linkTo.segments())],
  'a malformed address': ['GET', '/%'],
  'a callback': ['GET', '/load?signed_payload_jwt=x'],
  'a callback that is too long for Node': ['GET', `/load?signed_payload_jwt=${'x'.repeat(17_000)}`],
  'a callback with a wrong method': ['HEAD', '/load'],
  'a page with a wrong method': ['PUT', list],
  'the API with a wrong method': ['POST', '/api/session'],
  'the methods of the API': ['OPTIONS', '/api/session'],
  'the API without a session': ['GET', '/api/segments'],
  'an API that is not there': ['GET', '/api/none'],
  'a redirect that removes the last slash': ['GET', '/load/?signed_payload_jwt=x'],
  'a redirect that removes a double slash': ['GET', '//evil.example/stores'],
  health: ['GET', '/healthz'],
  readiness: ['GET', '/readyz'],
  'a static file that is not there': ['GET', '/_next/static/none.js'],
  'an image': ['GET', '/_next/image?url=%2Fscreenshot.png&w=64&q=75'],
};

const base = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

test.describe('row 32: headers of every answer, over HTTPS', () => {
  test.beforeAll(({ stack }) => stack.restartApp({ APP_URL: 'https://segments.example.com' }));
  test.afterAll(({ stack }) => stack.restartApp());

  for (const [title, [method, path]] of Object.entries(requests)) {
    test(`row 32: ${title}`, async ({ stack }) => {
      const headers = path.includes('_rsc') ? { rsc: '1' } : {};
      const answer = await plainRequest(stack.appUrl + path, { method, headers });
      expect(answer.headers).toMatchObject(base);
      expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
      expect(answer.headers['x-powered-by']).toBeUndefined();
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers['cache-control']).toMatch(/\bno-store\b/);
      if (!path.startsWith('/_next/static/')) {
        expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; /);
        expect(answer.headers['content-security-policy']).toContain('frame-ancestors ');
      }
    });
  }

  test('row 32: static files', async ({ stack }) => {
    const html = (await plainRequest(`${stack.appUrl}/`)).text;
    const files = new Set(html.match(/\/_next\/static\/[^"\\]+\.(js|css|woff2)/g));
    expect(files.size).toBeGreaterThan(3);
    for (const file of files) {
      for (const accepted of [undefined, 'gzip', 'gzip, br']) {
        const sent = accepted ? { 'accept-encoding': accepted } : {};
        const { status, headers } = await plainRequest(stack.appUrl + file, { headers: sent });
        expect(status).toBe(200);
        expect(headers).toMatchObject(base);
        expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
        expect(headers['x-powered-by']).toBeUndefined();
        expect(headers['cache-control']).toMatch(/^public, .*immutable/);
      }
    }
  });
});

test('row 32: over HTTP there is no HSTS, and every answer about a store is no-store', async ({
  app,
  stores,
}) => {
  await stores.install('aurora');
  const page = await app.get(await stores.launch('aurora'));
  const { token } = await stores.open('aurora');
  for (const answer of [page, await app.session(token), await app.segments(token)]) {
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(/^private,.*\bno-store\b/);
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  }
});

test('an answer has the id that the requests to BigCommerce carried', async ({
  app,
  sandbox,
  stores,
}) => {
  await stores.install('bramble');
  const { token } = await stores.open('bramble');
  await sandbox.clearLog();
  const id = (await app.segments(token)).headers.get('x-request-id');
  expect(id).toMatch(/^[\da-f-]{36}$/);
  expect(await sandbox.log()).toMatchObject([{ headers: { 'x-correlation-id': id } }]);
});

test('row 26: a policy, nonce or id in a request is ignored, also with prefetch headers', async ({
  stack,
}) => {
  const canary = 'canary0123456789';
  const forged = {
    'content-security-policy': `script-src 'nonce-${canary}'`,
    'content-security-policy-report-only': `script-src 'nonce-${canary}'`,
    'x-nonce': canary,
    'x-request-id': canary,
    'x-app-path': `/${canary}`,
    'x-middleware-override-headers': 'x-nonce',
    'x-middleware-request-x-nonce': canary,
  };
  const prefetches = [
    {},
    { 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { purpose: 'prefetch', 'sec-purpose': 'prefetch' },
    { 'x-middleware-prefetch': '1' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { 'x-middleware-invoke': '1', 'x-middleware-next': '1' },
  ];
  for (const [, path] of Object.values(requests)) {
    const answers = prefetches.map(async (prefetch) => {
      const headers = { ...forged, ...prefetch };
      return { prefetch, answer: await plainRequest(stack.appUrl + path, { headers }) };
    });
    for (const { prefetch, answer } of await Promise.all(answers)) {
      const received = JSON.stringify(answer.headers) + answer.text;
      expect(received, `${path} ${JSON.stringify(prefetch)}`).not.toContain(canary);
      if (!path.startsWith('/_next/static/')) {
        expect(answer.headers['content-security-policy']).toBeTruthy();
      }
    }
  }
});

test('row 26: each HTML answer has a nonce of its own, which all of its scripts carry', async ({
  app,
  stores,
}) => {
  await stores.install('aurora');
  const nonces = new Set<string>();
  const paths = [
    ...['/', '/nowhere', list, list, '/load'],
    await stores.launch('aurora'),
    await stores.launch('aurora'),
  ];
  for (const path of paths) {
    const answer = await app.get(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = policy.match(/'nonce-([^']+)'/)?.[1] ?? '';
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    nonces.add(nonce);
    const html = await answer.text();
    const tags = html.match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags) expect(tag).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(paths.length);
});
