import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addressIn } from '../../lib/screens/screens.ts';
import type { Stack } from '../stack/stack.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkTo } from '../support/link-to.ts';
import { plainRequest } from '../support/plain-request.ts';
import { serverAction } from '../support/server-actions.ts';
import { claims, sign } from '../support/sign-payload.ts';

const line = z.looseObject({
  level: z.string(),
  route: z.string(),
  status: z.number(),
  durationMs: z.number(),
  requestId: z.uuid(),
  storeHash: z.string().optional(),
  outcome: z.string().optional(),
  msg: z.never().optional(),
});

/** The request lines in the app's output from an offset on. */
function linesOf(stack: Stack, place = 0): z.infer<typeof line>[] {
  const printed = stack.app.output().slice(place).split('\n');
  // The first and the last line may be incomplete.
  const whole = printed.filter((text) => /^{.*}$/.test(text));
  return whole.flatMap((text) => line.safeParse(JSON.parse(text)).data ?? []);
}

test('each request has one line in the log; static files and health probes have none', async ({
  app,
  stack,
  stores,
  sandbox,
}) => {
  await stores.install('aurora');
  const hash = stores.hash('aurora');
  const { token, user } = await stores.open('aurora');
  const html = await (await app.get('/')).text();
  const script = html.match(/\/_next\/static\/[^"\\]+\.js/)?.[0] ?? '';
  const removed = await sign(
    claims(stack, hash, { user: { ...user, id: 99 } }),
    stack.clientSecret,
  );
  await app.callFromServer('remove_user', await sign(claims(stack, hash), stack.clientSecret));
  const iat = Math.floor(Date.now() / 1000) - 5;
  const gone = await sign(claims(stack, hash, { iat }), stack.clientSecret);
  const launch = await stores.launch('aurora');
  const authUrl = await sandbox.installUrl(hash, stores.user('aurora').id);

  const segments = addressIn('[storeHash]', linkTo.segments());
  const segment = addressIn('[storeHash]', linkTo.segment('[segmentId]'));
  const customer = addressIn('[storeHash]', linkTo.customer('[customerId]'));
  const list = addressIn(hash, linkTo.segments());
  const expected: Record<string, unknown>[] = [];
  const expectLine = (requestId: unknown, route: string, status: number, storeHash?: string) =>
    expected.push({ requestId, route, status, storeHash });
  const send = async (
    [method, path]: [method: string, path: string],
    ...line: [route: string, status: number, storeHash?: string]
  ) => {
    const { pathname, search } = new URL(path, stack.appUrl);
    const headers = path.startsWith('/api/segments') ? { authorization: `Bearer ${token}` } : {};
    const answer = await plainRequest(stack.appUrl + pathname + search, { method, headers });
    expectLine(answer.headers['x-request-id'], ...line);
  };

  for (const path of ['/healthz', '/readyz', script]) {
    const { status, headers } = await plainRequest(stack.appUrl + path);
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('x-request-id');
  }
  await send(['GET', '/'], 'page', 200);
  await send(['GET', '/nowhere'], 'page', 404);
  await send(['PUT', '/nowhere'], 'action', 405);
  await send(['GET', '/load/'], 'page', 308);
  await send(['GET', addressIn('ABC', linkTo.segments())], segments, 404);
  await send(['GET', list], segments, 200);
  await send(['HEAD', launch], segments, 200);
  await send(['GET', launch], segments, 200, hash);
  await send(['GET', addressIn(hash, linkTo.segment('none'))], segment, 404);
  await send(['GET', addressIn(hash, linkTo.segment(randomUUID()))], segment, 200);
  await send(['GET', addressIn(hash, linkTo.customer('none'))], customer, 404);
  await send(['GET', addressIn(hash, linkTo.customer(1))], customer, 200);
  await send(['GET', '/api/session'], 'GET /api/session', 401);
  await send(['GET', '/api/segments'], 'GET /api/segments', 200, hash);
  await send(['POST', '/api/session'], '/api/…', 405);
  await send(['GET', '/api/none'], '/api/…', 401);
  for (const callback of ['/auth', '/load', '/uninstall', '/remove_user']) {
    await send(['HEAD', callback], callback, 405);
    await send(['POST', callback], callback, 405);
    await send(['GET', callback], callback, 400);
  }
  await send(['GET', `/load?signed_payload_jwt=${removed}x`], '/load', 401);
  await send(['GET', `/load?signed_payload_jwt=${gone}`], '/load', 403, hash);
  await send(['GET', `/uninstall?signed_payload_jwt=${gone}`], '/uninstall', 403, hash);
  const input = { name: '', description: '' };
  const answer = await app.action(serverAction('createSegment'), list, [token, input]);
  expectLine(answer.headers.get('x-request-id'), 'action createSegment', 400, hash);
  await send(['GET', `/remove_user?signed_payload_jwt=${removed}`], '/remove_user', 204, hash);
  await send(['GET', authUrl], '/auth', 303, hash);
  await send(['GET', authUrl], '/auth', 400, hash);

  const ids = expected.map(({ requestId }) => requestId);
  expect(new Set(ids).size).toBe(expected.length);
  const lines = () =>
    linesOf(stack)
      .filter(({ requestId }) => ids.includes(requestId))
      .sort((one, another) => ids.indexOf(one.requestId) - ids.indexOf(another.requestId))
      .map(({ requestId, route, status, storeHash }) => ({ requestId, route, status, storeHash }));
  await expect.poll(() => lines().length).toBe(expected.length);
  expect(lines()).toEqual(expected);
});

test('the line says if the caller disconnected', async ({
  app,
  session: { token },
  stack,
  stores,
  sandbox,
}) => {
  await sandbox.addFault({ path: '/v3/segments', fault: 'hang', times: 20 });
  await sandbox.clearLog();
  const place = stack.app.output().length;
  const caller = new AbortController();
  const answer = app.until(caller.signal).segments(token);
  await expect.poll(() => sandbox.log()).not.toHaveLength(0);
  caller.abort();
  await expect(answer).rejects.toThrow();
  const expected = { route: 'GET /api/segments', storeHash: stores.hash('aurora'), aborted: true };
  await expect
    .poll(() => linesOf(stack, place))
    .toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
});

test('the log says that a request was too long for Node, and holds nothing of its content', async ({
  stack,
}) => {
  const place = stack.app.output().length;
  const jwt = 'canary'.repeat(3_000);
  await plainRequest(`${stack.appUrl}/load?signed_payload_jwt=${jwt}`);
  const printed = () => stack.app.output().slice(place);
  await expect.poll(printed).toContain('"status":431,"outcome":"HPE_HEADER_OVERFLOW"');
  expect(printed()).not.toContain('canary');
});

test('a refused payload is logged as a warning, not as an error', async ({
  app,
  stack,
  stores,
}) => {
  const jwt = await sign(claims(stack, stores.hash('aurora')), 'another secret');
  const requestId = (await app.load(jwt)).headers.get('x-request-id') ?? '';
  const lines = () => linesOf(stack).filter((line) => line.requestId === requestId);
  await expect.poll(lines).toMatchObject([{ level: 'warn', outcome: 'wrong signature' }]);
  // The request has no other line.
  expect(stack.app.output().split(requestId)).toHaveLength(2);
});
