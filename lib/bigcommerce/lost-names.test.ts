import { beforeEach, describe, expect, test } from 'vitest';
import { brambleHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import { Connection } from './client/connection.ts';
import { StoreRegistry } from './client/store-state.ts';
import { createSegments, updateSegments } from './segments.ts';

/* BigCommerce changes texts when it stores them, and its answer is lost. */

const sandbox = sandboxForTests();
let connection: Connection;

beforeEach(async () => {
  const accessToken = await sandbox.control.install(storeHash);
  const registry = new StoreRegistry({ random: () => 0 });
  const timing = { readBackDelay: 0 };
  connection = new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry, timing });
  await sandbox.control.setSegments(storeHash, { items: [{ name: 'Old' }] });
});

async function held(): Promise<string[]> {
  return (await sandbox.control.state(storeHash)).segments.map(({ name }) => name);
}

const lose = (method: string) =>
  sandbox.control.addFault({ method, path: '/v3/segments', fault: 'cut-after', times: 5 });

const names = [
  ['Tom & Jerry', 'Tom &amp; Jerry'],
  ['Two  spaces', 'Two spaces'],
  ['Cafe\u0301', 'Caf\u00e9'],
];

describe.each(names)('%j, stored as %j', (name, stored) => {
  const description = `${name}, too`;
  beforeEach(() => sandbox.control.set({ storedTexts: 'changed' }));

  test('is recognized as one\u2019s own after its creation, and there is no twin', async () => {
    await lose('POST');
    const [outcome] = await createSegments(connection, [{ name, description }]);
    expect(outcome).toMatchObject({ status: 'created', segment: { name: stored } });
    expect(await held()).toEqual(['Old', stored]);
  });

  test('is recognized as the new name after a change', async () => {
    const [id = ''] = (await sandbox.control.state(storeHash)).segments.map((one) => one.id);
    await lose('PUT');
    const [outcome] = await updateSegments(connection, [{ id, name, description }]);
    expect(outcome).toMatchObject({ status: 'updated', segment: { name: stored } });
  });
});

test('a change of case that was not made is not taken as made', async () => {
  const [id = ''] = (await sandbox.control.state(storeHash)).segments.map((one) => one.id);
  await sandbox.control.addFault({ method: 'PUT', path: '/v3/segments', fault: '500', times: 5 });
  const [outcome] = await updateSegments(connection, [{ id, name: 'OLD' }]);
  expect(outcome?.status).toBe('failed');
});
