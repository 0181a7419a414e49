import { beforeEach, describe, expect, test } from 'vitest';
import { client, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraOwner, auroraStaff, germanStaff } from '../seed/seed-users.ts';
import { auroraHash, brambleHash } from '../seed/stores.ts';

const sandbox = sandboxForTests();
const appPath = `/manage/${auroraHash}/apps/customer-segments`;

function open(path: string): Promise<Response> {
  return fetch(sandbox.url + path, { redirect: 'manual' });
}

async function text(path: string): Promise<string> {
  return (await open(path)).text();
}

function submit(path: string, origin = sandbox.url): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin };
  return fetch(sandbox.url + path, { method: 'POST', redirect: 'manual', headers });
}

/** The address that the frame of the app's page loads. */
async function frame(userId: number, query = ''): Promise<URL> {
  const page = await text(`${appPath}?user=${userId}${query}`);
  return new URL(/<iframe[^>]* src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '');
}

test('the front page links to both stores', async () => {
  const page = await text('/');
  expect(page).toContain(`/manage/${auroraHash}`);
  expect(page).toContain(`/manage/${brambleHash}`);
  expect(page).toContain('Bramble &amp; Co');
});

describe('before the installation', () => {
  test('the owner is asked for consent to the scopes, and the app gets a code once', async () => {
    expect(await text(`${appPath}/install`)).toContain('store_v2_customers');
    const confirmed = await submit(`${appPath}/install?user=${auroraOwner.id}`);
    expect([confirmed.status, confirmed.headers.get('location')]).toEqual([
      303,
      `${appPath}?user=${auroraOwner.id}`,
    ]);
    const { origin, pathname, searchParams } = await frame(auroraOwner.id);
    expect(origin + pathname).toBe(`${client.appUrl}/auth`);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      code: expect.any(String),
      context: `stores/${auroraHash}`,
      scope: expect.stringContaining('store_v2_customers'),
      account_uuid: expect.any(String),
    });
    expect((await open(appPath)).status).toBe(303);
  });

  test('staff can neither install nor open the app', async () => {
    expect((await submit(`${appPath}/install?user=${germanStaff.id}`)).status).toBe(403);
    expect((await open(`${appPath}?user=${germanStaff.id}`)).status).toBe(303);
  });
});

describe('once installed', () => {
  beforeEach(async () => {
    await sandbox.control.install(auroraHash);
  });

  test.each([auroraOwner, germanStaff, auroraStaff])(
    '$name opens the app with a payload of their own',
    async (user) => {
      const { pathname, searchParams } = await frame(user.id, '&url=/segments/7');
      expect(pathname).toBe('/load');
      const [, claims = ''] = (searchParams.get('signed_payload_jwt') ?? '').split('.');
      expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
        user: { id: user.id, locale: user.locale },
        url: '/segments/7',
      });
    },
  );

  test('only the owner sees Uninstall and may use it', async () => {
    expect(await text(`/manage/${auroraHash}/apps`)).toContain('Uninstall');
    expect(await text(`/manage/${auroraHash}/apps?user=${germanStaff.id}`)).not.toContain(
      'Uninstall',
    );
    expect((await submit(`${appPath}/uninstall?user=${germanStaff.id}`)).status).toBe(403);
    expect((await submit(`${appPath}/uninstall`)).status).toBe(303);
    const [entry] = await sandbox.control.log();
    expect(entry).toMatchObject({ kind: 'callback', path: expect.stringContaining('/uninstall?') });
    expect((await sandbox.control.state(auroraHash)).installation).toBeNull();
  });

  test('the owner can revoke access and grant it again', async () => {
    const users = `/manage/${auroraHash}/users/${germanStaff.id}`;
    await submit(`${users}/revoke`);
    expect((await open(`${appPath}?user=${germanStaff.id}`)).status).toBe(303);
    expect(await sandbox.control.log()).toMatchObject([
      { path: expect.stringContaining('/remove_user?') },
    ]);
    await submit(`${users}/grant`);
    expect((await open(`${appPath}?user=${germanStaff.id}`)).status).toBe(200);
  });

  test('forms from other sites are refused', async () => {
    expect((await submit(`${appPath}/uninstall`, 'http://evil.example')).status).toBe(403);
  });
});

test('unknown stores and pages are not found', async () => {
  expect((await open('/manage/nowhere')).status).toBe(404);
  expect((await open(`/manage/${auroraHash}/nowhere`)).status).toBe(404);
  expect((await open('/nowhere')).status).toBe(404);
});

test('an installation from the marketplace ends on a page of its own', async () => {
  const url = await sandbox.control.installUrl(auroraHash, auroraOwner.id, { external: true });
  expect(new URL(url).searchParams.get('external_install')).toBe('true');
  expect(await text(`/app/${client.clientId}/install/succeeded`)).toContain('App installed');
  expect(await text(`/app/${client.clientId}/install/failed`)).toContain('App not installed');
});

test('the SDK stub is a script that any page may load', async () => {
  const script = await open('/jssdk/bc-sdk.js');
  expect(script.headers.get('content-type')).toContain('text/javascript');
  expect(await script.text()).toContain('window.Bigcommerce');
});
