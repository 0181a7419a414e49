import messages from '../../lib/i18n/en-callback.json' with { type: 'json' };
import { expect, test } from '../support/fixtures.ts';
import { plainRequest } from '../support/plain-request.ts';

const { installed, installRefused, installUnknown, scopeMissing } = messages.pages;
const nobody = '00000000-0000-4000-8000-000000000000';

test.describe('row 13: a failed installation leaves the old one working', () => {
  test.use({ installs: ['aurora'] });

  test('code, scope or context is missing, repeated or malformed', async ({
    app,
    stores,
    sandbox,
  }) => {
    const good = new URL(await sandbox.installUrl(stores.hash('aurora'), stores.user('aurora').id));
    await sandbox.clearLog();
    for (const name of ['code', 'scope', 'context']) {
      const url = new URL(good);
      url.searchParams.delete(name);
      expect((await app.get(url.href)).status).toBe(400);
      url.searchParams.append(name, good.searchParams.get(name) ?? '');
      url.searchParams.append(name, 'again');
      expect((await app.get(url.href)).status).toBe(400);
    }
    for (const context of ['stores/../x', 'stores/ABC', `stores/${'a'.repeat(33)}`, 'x']) {
      const url = new URL(good);
      url.searchParams.set('context', context);
      expect((await app.get(url.href)).status).toBe(400);
    }
    expect(await sandbox.log()).toEqual([]);
  });

  test('the code was used before: the page says how to open the app, which works', async ({
    app,
    stores,
    sandbox,
  }) => {
    const url = await sandbox.installUrl(stores.hash('aurora'), stores.user('aurora').id);
    const answers = await Promise.all([app.get(url), app.get(url), app.get(url)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 400, 400]);
    answers.push(await app.get(url));
    for (const answer of answers) {
      if (answer.status !== 303) expect(await answer.text()).toContain(installRefused.body);
    }
    expect((await app.segments((await stores.open('aurora')).token)).status).toBe(200);
  });

  const answers = [
    ['another context', { context: 'stores/other' }, 502, installUnknown],
    ['another account', { accountUuid: nobody }, 400, installUnknown],
    ['too little scope', { scope: 'store_v2_default' }, 403, scopeMissing],
  ] as const;
  for (const [title, behavior, status, page] of answers) {
    test(`the login answers with ${title}`, async ({ app, stores, sandbox, database }) => {
      const { token } = await stores.open('aurora');
      const url = await sandbox.installUrl(stores.hash('aurora'), stores.user('aurora').id);
      const tokens = database.sealedTokens();
      await sandbox.setLogin(behavior);
      const response = await app.get(url);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await response.text()).toContain(`<h1>${page.title}</h1><p>${page.body}</p>`);
      expect((await app.session(token)).status).toBe(200);
      expect(database.sealedTokens()).toEqual(tokens);
    });
  }

  const faults = [
    ['HTML', 'html'],
    ['a redirect', 'redirect'],
    ['a server error', '500'],
    ['nothing at all', 'hang'],
  ] as const;
  for (const [title, fault] of faults) {
    test(`the login answers with ${title}`, async ({ app, stores, sandbox, database }) => {
      const { token } = await stores.open('aurora');
      const url = await sandbox.installUrl(stores.hash('aurora'), stores.user('aurora').id);
      await sandbox.addFault({ path: '/oauth2/token', fault });
      const response = await app.get(url);
      expect(response.status).toBe(502);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await response.text()).toContain(`<p>${installUnknown.body}</p>`);
      expect((await app.segments(token)).status).toBe(200);
      expect(database.count('installations', stores.hash('aurora'))).toBe(1);
    });
  }

  test('the answer of the login is lost: the page says to install again, which helps', async ({
    app,
    stores,
    sandbox,
  }) => {
    const { token } = await stores.open('aurora');
    const url = await sandbox.installUrl(stores.hash('aurora'), stores.user('aurora').id);
    await sandbox.addFault({ path: '/oauth2/token', fault: '5xx-after' });
    const response = await app.get(url);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain(installUnknown.body);
    // The login had made a new token, which ended the old one.
    expect((await app.segments(token)).status).toBe(403);
    await stores.install('aurora');
    expect((await app.segments((await stores.open('aurora')).token)).status).toBe(200);
  });

  test('the app is installed but cannot be opened: the page says so', async ({
    app,
    database,
    stores,
    sandbox,
  }) => {
    const url = await sandbox.installUrl(stores.hash('bramble'), stores.user('bramble').id);
    const full = "begin select raise(abort, 'full'); end";
    database.run(`create trigger no_codes before insert on launch_codes ${full}`);
    try {
      const response = await app.get(url);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain(
        `<h1>${installed.title}</h1><p>${installed.body}</p>`,
      );
      const outside = await app.get(
        `${await sandbox.installUrl(stores.hash('bramble'), stores.user('bramble').id)}&external_install=1`,
      );
      expect(outside.headers.get('location')).toMatch(/\/install\/succeeded$/);
    } finally {
      database.run('drop trigger no_codes');
    }
    expect((await app.segments((await stores.open('bramble')).token)).status).toBe(200);
  });

  test.describe('in the control panel', () => {
    test.use({ expectedErrors: [/status of 502 .*\/auth\?/] });

    test('the owner reads why it failed, and installs the app again', async ({
      panel,
      page,
      sandbox,
    }) => {
      await sandbox.addFault({ path: '/oauth2/token', fault: '500' });
      await panel.goTo('bramble', '/apps');
      await panel.link('Install').click();
      await panel.button('Confirm').click();
      const { segments: list } = panel;
      await expect(list.heading(installUnknown.title)).toBeVisible();
      await expect(list.text(installUnknown.body)).toBeVisible();
      await panel.goTo('bramble', '/apps');
      await panel.link('Install').click();
      await panel.button('Confirm').click();
      await expect(list.names).toHaveCount(3);
      await expect(page).toHaveURL(/customer-segments/);
    });
  });
});

test('row 14: a redirect_uri or a forged host does not redirect an installation or a launch elsewhere', async ({
  stack,
  stores,
  sandbox,
}) => {
  const hash = stores.hash('aurora');
  const { id } = stores.user('aurora');
  for (const headers of [
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { forwarded: 'host=evil.example;proto=https' },
  ]) {
    await sandbox.clearLog();
    const url = new URL(await sandbox.installUrl(hash, id));
    url.searchParams.set('redirect_uri', 'https://evil.example/auth');
    for (const address of [url, await sandbox.loadUrl(hash, id)]) {
      const { status, headers: answered } = await plainRequest(address, { headers });
      expect(status).toBe(303);
      expect(answered.location).toMatch(new RegExp(`^${stack.appUrl}/stores/${hash}/`));
    }
    const exchange = (await sandbox.log()).find(({ kind }) => kind === 'login');
    expect(exchange?.body).toMatchObject({ redirect_uri: `${stack.appUrl}/auth` });
  }
});

test('row 15: a reinstall replaces the token and ends old sessions', async ({
  app,
  stores,
  database,
}) => {
  await stores.install('aurora');
  const before = await stores.open('aurora');
  await stores.install('aurora');
  expect((await app.session(before.token)).status).toBe(401);
  expect((await app.segments((await stores.open('aurora')).token)).status).toBe(200);
  expect(database.count('installations', stores.hash('aurora'))).toBe(1);
});

test('row 15: two installations at once leave one, with the token that works', async ({
  app,
  stores,
  sandbox,
  database,
}) => {
  const hash = stores.hash('aurora');
  const urls = await Promise.all(
    Array.from({ length: 5 }, () => sandbox.installUrl(hash, stores.user('aurora').id)),
  );
  await Promise.all(urls.map((url) => app.get(url)));
  expect((await app.segments((await stores.open('aurora')).token)).status).toBe(200);
  expect(database.count('installations', hash)).toBe(1);
});

test('uninstalling erases the store once BigCommerce refuses its token', async ({
  app,
  stores,
  sandbox,
  database,
}) => {
  await stores.install('aurora');
  await stores.install('bramble');
  const hash = stores.hash('aurora');
  await sandbox.uninstall(hash);
  for (const table of ['installations', 'users', 'sessions', 'launch_codes'] as const) {
    expect(database.count(table, hash)).toBe(0);
  }
  expect(database.count('installations', stores.hash('bramble'))).toBe(1);
  const url = await sandbox.loadUrl(hash, stores.user('aurora').id);
  expect(await (await app.get(url)).text()).toContain('Install');
});

test('an installation that began outside of the control panel is sent on to BigCommerce', async ({
  app,
  stack,
  stores,
  sandbox,
}) => {
  const url = new URL(await sandbox.installUrl(stores.hash('aurora'), stores.user('aurora').id));
  url.searchParams.set('external_install', '1');
  const base = `${stack.sandboxUrl}/app/${stack.clientId}/install`;
  expect((await app.get(url.href)).headers.get('location')).toBe(`${base}/succeeded`);
  expect((await app.get(url.href)).headers.get('location')).toBe(`${base}/failed`);
});

test('the token is encrypted in the database', async ({ stores, sandbox, database }) => {
  await stores.install('aurora');
  const token = (await sandbox.state(stores.hash('aurora'))).installation?.accessToken ?? '';
  expect(token.length).toBeGreaterThan(10);
  expect(database.text()).not.toContain(token);
});
