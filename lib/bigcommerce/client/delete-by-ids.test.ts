import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestApi } from '../../testing/test-api.ts';
import { deleteSegments } from '../segments.ts';
import { deleteByIds } from './delete-by-ids.ts';
import { exchange } from './exchange.ts';
import { request } from './request.ts';

const api = startTestApi();
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const sparse: unknown[] = [uuid(1)];
sparse[2] = uuid(2);
const refused: [string, unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['an empty list', []],
  ['a single string', uuid(1)],
  ['a list with a non-UUID', [uuid(1), 'not-a-uuid']],
  ['a list with an empty string', [uuid(1), '']],
  ['a list with undefined', [uuid(1), undefined]],
  ['a list of two ids in one string', [`${uuid(1)},${uuid(2)}`]],
  ['an id with a parameter behind it', [`${uuid(1)}&x=1`]],
  ['a nested list', [[uuid(1)]]],
  ['a sparse list', sparse],
  ['something like a list', { 0: uuid(1), length: 1 }],
  ['a set', new Set([uuid(1)])],
];
const tooMany = Array.from({ length: 49 }, (_, number) => uuid(number));

describe('a DELETE that does not name UUIDs never reaches the network', () => {
  test.each([...refused, ['more than 48', tooMany]])('deleteByIds: %s', async (_, ids) => {
    const { connection } = api.connect();
    const deletion = { route: '/v3/segments', pool: 'segmentation', ids };
    // @ts-expect-error: what the types forbid must be refused at run time as well
    await expect(deleteByIds(connection, deletion)).rejects.toMatchObject({ kind: 'invalid' });
    expect(api.seen).toEqual([]);
  });

  test.each(refused)('deleteSegments: %s', async (_, ids) => {
    const { connection } = api.connect();
    // @ts-expect-error: what the types forbid must be refused at run time as well
    await expect(deleteSegments(connection, ids)).rejects.toMatchObject({ kind: 'invalid' });
    expect(api.seen).toEqual([]);
  });

  test('the general request function sends no DELETE', async () => {
    const { connection } = api.connect();
    const call = { method: 'DELETE', route: '/v3/segments', pool: 'segmentation', schema: z.any() };
    // @ts-expect-error: what the types forbid must be refused at run time as well
    await expect(request(connection, call)).rejects.toThrow(TypeError);
    expect(api.seen).toEqual([]);
  });

  test.each([
    '/v3/segments',
    '/v3/segments?id:in=',
    '/v3/segments?id:in=,',
    `/v3/segments?id:in=${uuid(1)},`,
    `/v3/segments?id:in=${uuid(1)}&id:in=`,
    `/v3/segments?page=1&id:in=${uuid(1)}`,
    `/v3/segments#?id:in=${uuid(1)}`,
    `/v3/segments?id%3Ain=${uuid(1)}`,
    '/v3/segments?id:in=all',
  ])('the last door stays shut for %s', async (path) => {
    const { connection } = api.connect();
    const sent = exchange(connection, { method: 'DELETE', path }, 1_000, undefined);
    await expect(sent).rejects.toThrow(TypeError);
    expect(api.seen).toEqual([]);
  });
});

test('48 ids are sent once each, in one parameter of a URL of less than 1,900 characters', async () => {
  api.handle(() => ({ status: 204 }));
  const { connection } = api.connect();
  const ids = Array.from({ length: 48 }, (_, number) => uuid(number));
  const segmentId = uuid(0);
  await deleteByIds(connection, {
    route: '/v3/segments/{segmentId}/shopper-profiles',
    params: { segmentId },
    pool: 'segmentation',
    ids: [...ids, ...ids],
  });
  expect(api.seen).toMatchObject([{ method: 'DELETE', body: undefined }]);
  const [{ url = '' } = {}] = api.seen;
  expect(url.split('?id:in=')[1]?.split(',')).toEqual(ids);
  expect(`https://api.bigcommerce.com${url}`.length).toBeLessThan(1_900);
});

test('a DELETE by id is repeated after a failure, and its outcome stays unknown if the first may have been carried out', async () => {
  let attempts = 0;
  api.handle(() => ({ status: attempts++ === 0 ? 500 : 204 }));
  const deletion = { route: '/v3/segments', pool: 'segmentation', ids: [uuid(1)] } as const;
  await deleteByIds(api.connect().connection, deletion);
  expect(api.seen).toHaveLength(2);

  attempts = 0;
  api.handle(() => ({ status: attempts++ === 0 ? 500 : 403 }));
  await expect(deleteByIds(api.connect().connection, deletion)).rejects.toMatchObject({
    kind: 'forbidden',
    outcomeUnknown: true,
  });
});
