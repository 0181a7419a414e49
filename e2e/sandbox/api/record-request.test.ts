import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { client } from '../../support/test-sandbox.ts';
import { Sandbox } from '../sandbox.ts';
import type { ApiEnv } from './api-env.ts';
import { recordRequest } from './record-request.ts';

test('a request whose handler throws is logged as finished, without a status', async () => {
  const { clientId, clientSecret, appUrl: url } = client;
  const sandbox = new Sandbox({ clientId, clientSecret, url }, {});
  const api = new Hono<ApiEnv>();
  api.use(recordRequest(sandbox, 'api'));
  api.onError((error) => {
    throw error;
  });
  api.get('/', () => {
    throw new Error('a bug');
  });
  await expect(api.request('/')).rejects.toThrow('a bug');
  expect(sandbox.log.entries()).toMatchObject([{ status: null, finishedAt: expect.any(Number) }]);
  expect(sandbox.log.inFlight({ kind: 'api', store: null })).toBe(0);
});
