import { beforeEach, describe, expect, test } from 'vitest';
import { type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();

let api: StoreApi;
beforeEach(async () => {
  api = await sandbox.api(auroraHash);
});

async function names(): Promise<string[]> {
  return (await sandbox.control.state(auroraHash)).segments.map(({ name }) => name);
}

describe('creating', () => {
  test('returns the new segments, with times in whole seconds', async () => {
    const answer = await api('POST', '/v3/segments', [
      { name: 'One' },
      { name: 'Two', description: 'x' },
    ]);
    expect(answer.status).toBe(201);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(await answer.json()).toMatchObject({
      data: [
        { name: 'One', description: '', created_at: time },
        { name: 'Two', description: 'x', updated_at: time },
      ],
    });
    expect(await names()).toHaveLength(242);
  });

  test('names that differ only in spaces or case are different names', async () => {
    const items = [{ name: ' Spaced ' }, { name: 'Spaced' }, { name: 'SPACED' }];
    expect((await api('POST', '/v3/segments', items)).status).toBe(201);
    expect((await names()).slice(240)).toEqual([' Spaced ', 'Spaced', 'SPACED']);
  });

  test('a taken name is a conflict and stops the batch', async () => {
    const [first] = (await sandbox.control.state(auroraHash)).segments;
    const answer = await api('POST', '/v3/segments', [{ name: 'New' }, { name: first?.name }]);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      data: [],
      errors: [{ status: 409, title: 'Cannot have multiple segments with the same name.' }],
      meta: { total: 2, success: 0, failed: 2 },
    });
    expect(await names()).not.toContain('New');
  });

  test('the same name twice in a batch is a conflict', async () => {
    expect((await api('POST', '/v3/segments', [{ name: 'A' }, { name: 'A' }])).status).toBe(409);
  });

  test('a batch with refused items can be configured to succeed in part', async () => {
    await sandbox.control.set({ mixedBatch: 'partial' });
    const answer = await api('POST', '/v3/segments', [{ name: 'A' }, { name: 'A' }, { name: 'B' }]);
    expect(answer.status).toBe(207);
    expect(await answer.json()).toMatchObject({
      data: [{ name: 'A' }, { name: 'B' }],
      meta: { total: 3, success: 2, failed: 1 },
    });
  });

  test.each([
    [[{ description: 'no name' }], '0.name'],
    [[{ name: '' }], '0.name'],
    [[{ name: 'x'.repeat(256) }], '0.name'],
    [[{ name: 'ok' }, { name: 5 }], '1.name'],
    [[{ name: 'ok', description: null }], '0.description'],
    [{ name: 'not a list' }, ''],
  ])('%j is refused with a flat error object', async (body, field) => {
    const answer = await api('POST', '/v3/segments', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      status: 400,
      title: expect.any(String),
      errors: { [field]: expect.any(String) },
    });
  });

  test('broken JSON is refused', async () => {
    const answer = await api('POST', '/v3/segments', undefined, { body: '[{' });
    expect(answer.status).toBe(400);
  });

  test('a request may create at most ten', async () => {
    const items = Array.from({ length: 11 }, (_, index) => ({ name: `New ${index}` }));
    expect((await api('POST', '/v3/segments', items)).status).toBe(413);
    expect((await api('POST', '/v3/segments', items.slice(1))).status).toBe(201);
  });

  test('a store may have at most 1,000', async () => {
    await sandbox.control.setSegments(auroraHash, { count: 999 });
    expect((await api('POST', '/v3/segments', [{ name: 'A' }, { name: 'B' }])).status).toBe(409);
    expect((await api('POST', '/v3/segments', [{ name: 'A' }])).status).toBe(201);
    const refused = await api('POST', '/v3/segments', [{ name: 'B' }]);
    expect(await refused.json()).toMatchObject({
      errors: [{ title: expect.stringContaining('1000') }],
    });
  });
});
