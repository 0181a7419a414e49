import { expect, test } from 'vitest';
import { startTestApi } from '../../testing/test-api.ts';
import { answerInTurn, failure, get, ok, put } from '../../testing/test-requests.ts';
import { deleteByIds } from './delete-by-ids.ts';

const api = startTestApi();

test('a request goes to the store with token, agent and request id, and new fields are tolerated', async () => {
  api.handle(() => ok);
  const { connection, log } = api.connect({ requestId: 'req-1' });
  expect(await get(connection)).toEqual({ data: 'fine' });
  expect(api.seen[0]).toMatchObject({
    method: 'GET',
    url: '/stores/abc123/v3/segments',
    headers: {
      'x-auth-token': 'canary-token',
      'user-agent': 'customer-segments/1.0',
      'x-correlation-id': 'req-1',
    },
  });
  expect(log).toEqual([
    expect.objectContaining({
      storeHash: 'abc123',
      requestId: 'req-1',
      method: 'GET',
      route: '/v3/segments',
      status: 200,
      attempt: 1,
    }),
  ]);
  expect(JSON.stringify(log)).not.toContain('canary-token');
});

test.each(['GET', 'POST', 'PUT', 'DELETE'] as const)('a %s asks for JSON', async (method) => {
  api.handle(() => (method === 'DELETE' ? { status: 204 } : ok));
  const { connection } = api.connect();
  if (method === 'DELETE') {
    const ids = ['00000000-0000-4000-8000-000000000000'];
    await deleteByIds(connection, { route: '/v3/segments', pool: 'segmentation', ids });
  } else await (method === 'GET' ? get(connection) : put(connection, method));
  expect(api.seen).toMatchObject([{ method, headers: { accept: 'application/json' } }]);
});

test('a redirect is not followed', async () => {
  answerInTurn(api, { status: 302, headers: { location: `${api.url}/elsewhere` } });
  await failure(put(api.connect().connection));
  expect(api.seen).toHaveLength(1);
});

test('an endless answer is cut off', async () => {
  api.handle((_, response) => {
    response.writeHead(200);
    const fill = () => {
      while (!response.destroyed && response.write('x'.repeat(1024 * 1024)));
    };
    response.on('drain', fill);
    fill();
    return 'hang';
  });
  expect(await failure(put(api.connect().connection))).toMatchObject({ outcomeUnknown: true });
});
