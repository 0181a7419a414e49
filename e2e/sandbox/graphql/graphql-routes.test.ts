import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash, brambleHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();
const answerSchema = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});
const created = z.object({
  appExtension: z.object({
    createAppExtension: z.object({ appExtension: z.object({ id: z.string() }) }),
  }),
});

const extension = {
  context: 'PANEL',
  model: 'CUSTOMERS',
  url: `/customers/\${id}`,
  label: { defaultValue: 'Segments', locales: [{ value: 'Segmente', localeCode: 'de-DE' }] },
};
const listing =
  '{ store { appExtensions { edges { node { id context model url label { defaultValue } } } } } }';

/** @param fields the fields of the result to select */
const mutation = (name: string, fields: string) =>
  `mutation ($input: ${name}Input!) { appExtension { ${name}(input: $input) { ${fields} } } }`;
const create = mutation('createAppExtension', 'appExtension { id }');

async function graphql(scopes?: string[], storeHash = auroraHash) {
  const api = await sandbox.api(storeHash, scopes);
  return async (query: string, input?: object) => {
    const answer = await api('POST', '/graphql', { query, variables: { input } });
    expect(answer.status).toBe(200);
    return answerSchema.parse(await answer.json());
  };
}

async function registered() {
  return (await sandbox.control.state(auroraHash)).appExtensions;
}

test('extensions can be created, listed, changed and deleted, and return the selected fields', async () => {
  const send = await graphql();
  const { data } = await send(create, extension);
  const { id } = created.parse(data).appExtension.createAppExtension.appExtension;
  expect(await registered()).toEqual([{ id, ...extension }]);

  const label = { defaultValue: 'Segments' };
  const edges = [{ node: { id, context: 'PANEL', model: 'CUSTOMERS', url: extension.url, label } }];
  expect(await send(`query { store { appExtensions { edges { node { id } } } } }`)).toEqual({
    data: { store: { appExtensions: { edges: [{ node: { id } }] } } },
  });
  expect(await send(listing)).toEqual({ data: { store: { appExtensions: { edges } } } });

  const change = mutation('updateAppExtension', 'appExtension { context url }');
  expect(await send(change, { id, data: { context: 'LINK' } })).toEqual({
    data: {
      appExtension: {
        updateAppExtension: { appExtension: { context: 'LINK', url: extension.url } },
      },
    },
  });
  const removal = mutation('deleteAppExtension', 'deletedAppExtensionId');
  expect(await send(removal, { id })).toEqual({
    data: { appExtension: { deleteAppExtension: { deletedAppExtensionId: id } } },
  });
  expect(await registered()).toEqual([]);
});

describe('refused with errors and HTTP status 200', () => {
  test('a third extension for a model', async () => {
    const send = await graphql();
    await send(create, extension);
    await send(create, extension);
    expect((await send(create, extension)).errors).toHaveLength(1);
    expect((await send(create, { ...extension, model: 'ORDERS' })).errors).toBeUndefined();
    expect(await registered()).toHaveLength(3);
  });

  test.each([
    ['a label that is too long', { label: { defaultValue: 'x'.repeat(256), locales: [] } }],
    ['a label without its translations', { label: { defaultValue: 'Segments' } }],
    ['an unknown context', { context: 'POPUP' }],
    ['an unknown model', { model: 'CARTS' }],
    ['an address outside of the app', { url: 'https://evil.example/' }],
  ])('%s', async (_, change) => {
    const send = await graphql();
    expect(await send(create, { ...extension, ...change })).toEqual({
      data: null,
      errors: [{ message: expect.stringContaining(Object.keys(change)[0] ?? '') }],
    });
    expect(await registered()).toEqual([]);
  });

  test.each([
    '{ store { secrets } }',
    '{ store { appExtensions } }',
    '{ store { appExtensions { edges { node { id } } } }',
    'subscription { store { appExtensions { edges { node { id } } } } }',
  ])('%j', async (query) => {
    const { data, errors } = await (await graphql())(query);
    expect([data, errors?.length]).toEqual([null, 1]);
  });

  test('changing or deleting an unknown extension', async () => {
    const id = 'bc/store/appExtension/none';
    const send = await graphql();
    const change = mutation('updateAppExtension', 'appExtension { id }');
    expect((await send(change, { id, data: {} })).errors).toHaveLength(1);
    const removal = mutation('deleteAppExtension', 'deletedAppExtensionId');
    expect((await send(removal, { id })).errors).toHaveLength(1);
  });

  test('a token without the scope', async () => {
    const send = await graphql(['store_v2_customers']);
    expect((await send(listing)).errors).toMatchObject([
      { message: expect.stringContaining('store_app_extensions_manage') },
    ]);
  });
});

test('a revoked token is unauthorized', async () => {
  const api = await sandbox.api(auroraHash);
  await sandbox.control.revokeToken(auroraHash);
  expect((await api('POST', '/graphql', { query: listing })).status).toBe(401);
});

test('uninstalling removes the extensions of that store only', async () => {
  await (await graphql())(create, extension);
  await (await graphql(undefined, brambleHash))(create, extension);
  await sandbox.control.uninstall(auroraHash);
  expect(await registered()).toEqual([]);
  expect((await sandbox.control.state(brambleHash)).appExtensions).toHaveLength(1);
});
