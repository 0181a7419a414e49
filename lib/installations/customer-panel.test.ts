import { beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { auroraHash as storeHash } from '../../e2e/sandbox/seed/stores.ts';
import { sandboxForTests } from '../../e2e/support/test-sandbox.ts';
import {
  type AppExtensionSettings,
  createAppExtension,
  updateAppExtension,
} from '../bigcommerce/app-extensions.ts';
import { Connection } from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';
import { createLogger } from '../log.ts';
import { addCustomerPanel, CUSTOMER_PANEL_SCOPE } from './customer-panel.ts';

const sandbox = sandboxForTests();
const log = createLogger({ level: 'silent', pretty: false });
const url = `/customers/\${id}`;
const others: AppExtensionSettings[] = [
  { context: 'LINK', model: 'CUSTOMERS', url: '/else', label: { defaultValue: 'X', locales: [] } },
  { context: 'PANEL', model: 'ORDERS', url, label: { defaultValue: 'Y', locales: [] } },
];

let connection: Connection;
let warn: MockInstance<typeof log.warn>;

beforeEach(async () => {
  warn = vi.spyOn(log, 'warn');
  connection = await connect();
});

async function connect(scopes?: string[]): Promise<Connection> {
  const accessToken = await sandbox.control.install(storeHash, scopes);
  const registry = new StoreRegistry({ random: () => 0 });
  return new Connection({ apiUrl: sandbox.url, storeHash, accessToken, registry });
}

async function registered() {
  return (await sandbox.control.state(storeHash)).appExtensions;
}

/** The names of the mutations sent since the log was cleared. */
async function changes(): Promise<string[]> {
  const bodies = (await sandbox.control.log()).map(({ body }) => JSON.stringify(body));
  return bodies.flatMap(
    (body) => body.match(/(create|update|delete)AppExtension(?=\()/)?.[0] ?? [],
  );
}

test('the panel is registered for customers, with labels in several languages', async () => {
  await addCustomerPanel(connection, log);
  const [panel, ...more] = await registered();
  expect(more).toEqual([]);
  expect(panel).toMatchObject({ context: 'PANEL', model: 'CUSTOMERS', url });
  const { defaultValue, locales = [] } = panel?.label ?? {};
  expect(defaultValue).toBe('Segments');
  expect(locales).toContainEqual({ localeCode: 'de-DE', value: 'Segmente' });
  expect(new Set(locales.map(({ localeCode }) => localeCode)).size).toBe(locales.length);
});

test('it is registered once, also after several installs at the same time', async () => {
  await Promise.all(Array.from({ length: 3 }, () => addCustomerPanel(connection, log)));
  await addCustomerPanel(connection, log);
  expect(await registered()).toHaveLength(1);
  expect(await changes()).toEqual(['createAppExtension']);
});

describe('a later installation', () => {
  let meant: Awaited<ReturnType<typeof registered>>[number];

  beforeEach(async () => {
    await addCustomerPanel(connection, log);
    meant = (await registered())[0] ?? expect.fail('not registered');
    await sandbox.control.clearLog();
  });

  test.each([
    ['the context', { context: 'LINK' }],
    ['the label', { label: { defaultValue: 'Groups', locales: [] } }],
    [
      'a translation',
      {
        label: {
          defaultValue: 'Segments',
          locales: [{ localeCode: 'de-DE', value: 'Gruppen' }],
        },
      },
    ],
  ])('puts %s right', async (_, change) => {
    await updateAppExtension(connection, meant.id, { ...meant, ...change });
    await addCustomerPanel(connection, log);
    expect(await registered()).toEqual([meant]);
    expect(await changes()).toEqual(['updateAppExtension', 'updateAppExtension']);
  });

  test('removes a translation that no longer exists', async () => {
    const locales = [...meant.label.locales, { localeCode: 'xx-XX', value: 'Old' }];
    await updateAppExtension(connection, meant.id, {
      ...meant,
      label: { ...meant.label, locales },
    });
    await addCustomerPanel(connection, log);
    expect(await registered()).toEqual([meant]);
  });

  test('changes nothing if only the order of the translations differs', async () => {
    const { defaultValue, locales } = meant.label;
    const label = { defaultValue, locales: locales.toReversed() };
    await updateAppExtension(connection, meant.id, { ...meant, label });
    await sandbox.control.clearLog();
    await addCustomerPanel(connection, log);
    expect(await changes()).toEqual([]);
  });

  test('removes a second panel, and keeps the one with the right settings', async () => {
    await updateAppExtension(connection, meant.id, { ...meant, context: 'LINK' });
    await createAppExtension(connection, meant);
    const right = (await registered())[1];
    await addCustomerPanel(connection, log);
    expect(await registered()).toEqual([right]);
  });

  test('does not change other extensions', async () => {
    for (const other of others) await createAppExtension(connection, other);
    const before = await registered();
    await addCustomerPanel(connection, log);
    expect(await registered()).toEqual(before);
  });
});

describe('a failure is logged, and nothing is thrown', () => {
  test('when BigCommerce accepts no more extensions', async () => {
    const [other] = others;
    if (other) for (const _ of [1, 2]) await createAppExtension(connection, other);
    await addCustomerPanel(connection, log);
    expect(await registered()).toHaveLength(2);
    expect(warn).toHaveBeenCalledOnce();
  });

  test('when the scope is missing', async () => {
    const scopes = ['store_v2_customers'];
    await addCustomerPanel(await connect(scopes), log);
    expect(warn).toHaveBeenCalledOnce();
    await addCustomerPanel(await connect([...scopes, CUSTOMER_PANEL_SCOPE]), log);
    expect(await registered()).toHaveLength(1);
  });

  test.each(['500', 'cut', 'html', 'malformed-json'] as const)('after %s', async (fault) => {
    await sandbox.control.addFault({ path: '/graphql', fault, times: 9 });
    await addCustomerPanel(connection, log);
    expect(warn).toHaveBeenCalledOnce();
  });
});
