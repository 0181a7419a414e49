import { expect, test } from 'vitest';
import { z } from 'zod';
import { startTestApi } from '../../testing/test-api.ts';
import { request } from './request.ts';

const api = startTestApi();

test('every attempt is logged with its outcome, its wait, the quota left and the number of 429s', async () => {
  const quota = (left: number, resetMs: number) => ({
    'X-Rate-Limit-Requests-Left': String(left),
    'X-Rate-Limit-Requests-Quota': '150',
    'X-Rate-Limit-Time-Window-Ms': '30000',
    'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
  });
  api.handle(() =>
    api.seen.length === 1
      ? { status: 429, headers: quota(0, 200) }
      : { body: {}, headers: quota(149, 30_000) },
  );
  const { connection, log } = api.connect({ requestId: 'req-1' });
  const id = '00000000-0000-4000-8000-000000000000';
  await request(connection, {
    method: 'POST',
    route: '/v3/segments/{segmentId}/shopper-profiles',
    params: { segmentId: id },
    query: { 'email:in': 'ann@example.com' },
    pool: 'segmentation',
    body: [{ name: 'Ann' }],
    schema: z.unknown(),
  });
  const shared = {
    storeHash: 'abc123',
    requestId: 'req-1',
    method: 'POST',
    route: '/v3/segments/{segmentId}/shopper-profiles',
    failure: undefined,
    durationMs: expect.any(Number),
    waitedMs: expect.any(Number),
    timesLimited: 1,
  };
  expect(log).toEqual([
    { ...shared, status: 429, attempt: 1, quotaLeft: 0 },
    { ...shared, status: 200, attempt: 2, quotaLeft: 149 },
  ]);
  expect(log[1]?.waitedMs).toBeGreaterThan(0);
  for (const secret of ['canary-token', 'ann@example.com', 'Ann', id]) {
    expect(JSON.stringify(log)).not.toContain(secret);
  }
});
