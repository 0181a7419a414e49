import { decodeJwt } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import { sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraOwner, germanStaff } from '../seed/seed-users.ts';
import { auroraHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();

const extension = {
  context: 'PANEL',
  model: 'CUSTOMERS',
  url: `/customers/\${id}`,
  label: { defaultValue: 'Segments', locales: [{ value: 'Segmente', localeCode: 'de-DE' }] },
};
const query = `mutation ($input: CreateAppExtensionInput!) {
  appExtension { createAppExtension(input: $input) { appExtension { id } } }
}`;

beforeEach(async () => {
  const api = await sandbox.api(auroraHash);
  await api('POST', '/graphql', { query, variables: { input: extension } });
});

async function page(address: string): Promise<string> {
  return (await fetch(sandbox.url + address)).text();
}

function customersOf(userId: number, more = ''): Promise<string> {
  return page(`/manage/${auroraHash}/customers?user=${userId}${more}`);
}

/** The links in the rows' menus. */
function menus(html: string): string[] {
  return [...html.matchAll(/<\/summary>\s*<a href="([^"]+)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
}

test("every customer has a menu with the app's extensions, in the language of the user", async () => {
  const first = await customersOf(auroraOwner.id);
  expect(first).toContain('1 to 50 of 2,000');
  expect(menus(first)).toHaveLength(50);
  expect(first).toContain('>Segments</a>');
  expect(await customersOf(germanStaff.id)).toContain('>Segmente</a>');
  expect(await customersOf(auroraOwner.id, '&page=40')).toContain('1951 to 2000 of 2,000');
});

test.each([
  ['-3', '1 to 50'],
  ['0', '1 to 50'],
  ['abc', '1 to 50'],
  ['1.5', '1 to 50'],
  ['41', '1951 to 2000'],
  ['Infinity', '1951 to 2000'],
])('page %s shows %s', async (number, shown) => {
  expect(await customersOf(auroraOwner.id, `&page=${number}`)).toContain(`>${shown} of 2,000`);
});

test('nothing opens for an unknown customer or user', async () => {
  const [address = ''] = menus(await customersOf(auroraOwner.id));
  for (const [known, made] of [
    ['customer=1', 'customer=9999'],
    ['customer=1', 'customer=abc'],
    [`user=${auroraOwner.id}`, 'user=1'],
  ] as const) {
    expect(address).toContain(known);
    const answer = await fetch(sandbox.url + address.replace(known, made));
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.not.stringContaining('<iframe'),
    ]);
  }
});

test('the menu opens the app beside the list with a payload for that customer and user', async () => {
  const [, second = ''] = menus(await customersOf(germanStaff.id));
  const frame = /<iframe[^>]* src="([^"]+)"/.exec(await page(second))?.[1] ?? '';
  const jwt = new URL(frame.replaceAll('&amp;', '&')).searchParams.get('signed_payload_jwt');
  expect(decodeJwt(jwt ?? '')).toMatchObject({ url: '/customers/2', user: { id: germanStaff.id } });
});

test('users without access to the app see no menus', async () => {
  const [address = ''] = menus(await customersOf(germanStaff.id));
  await sandbox.control.removeUser(auroraHash, germanStaff.id);
  expect(menus(await customersOf(germanStaff.id))).toEqual([]);
  expect(await page(address)).not.toContain('<iframe');
  await sandbox.control.uninstall(auroraHash);
  expect(menus(await customersOf(auroraOwner.id))).toEqual([]);
});
