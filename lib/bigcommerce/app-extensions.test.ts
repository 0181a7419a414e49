import { expect, test } from 'vitest';
import { startTestApi } from '../testing/test-api.ts';
import { createAppExtension, listAppExtensions } from './app-extensions.ts';

const api = startTestApi();
const settings = {
  context: 'PANEL',
  model: 'CUSTOMERS',
  url: '/somewhere',
  label: { defaultValue: 'Segments', locales: [] },
};

function answerWith(...nodes: object[]) {
  return { data: { store: { appExtensions: { edges: nodes.map((node) => ({ node })) } } } };
}

test('extensions can be listed whatever fields BigCommerce adds or leaves out', async () => {
  const { label: _, ...bare } = settings;
  api.handle(() => ({
    body: answerWith(
      { id: '1', ...bare, label: null },
      { id: '2', ...bare, context: 'NEW', label: { defaultValue: 'X', locales: null }, more: 1 },
    ),
  }));
  expect(await listAppExtensions(api.connect().connection)).toEqual([
    { id: '1', ...bare, label: { defaultValue: '', locales: [] } },
    { id: '2', ...bare, context: 'NEW', label: { defaultValue: 'X', locales: [] } },
  ]);
  expect(api.seen).toMatchObject([{ method: 'POST', url: '/stores/abc123/graphql' }]);
});

test('values are sent as variables, never in the text of the operation', async () => {
  api.handle(() => ({ body: { data: { appExtension: {} } } }));
  await createAppExtension(api.connect().connection, settings);
  expect(api.seen).toMatchObject([{ body: { variables: { input: settings } } }]);
  expect(JSON.stringify(api.seen[0]?.body)).toMatch(/\(input: \$input\)/);
});

test.each([
  ['errors in a success', { data: null, errors: [{ message: 'No room' }] }, 'invalid', 'No room'],
  ['errors beside data', { ...answerWith(), errors: [{ message: 'Half' }] }, 'invalid', 'Half'],
  ['markup as an error', { errors: [{ message: '<b>no</b>' }] }, 'invalid', undefined],
  ['another shape', { data: { store: null } }, 'unexpected', undefined],
])('%s is a failure', async (_, body, kind, detail) => {
  api.handle(() => ({ body }));
  const { connection } = api.connect();
  await expect(listAppExtensions(connection)).rejects.toMatchObject({ kind, detail });
});
