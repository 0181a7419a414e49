import messages from '../../lib/i18n/en-callback.json' with { type: 'json' };
import { appFrame, violationsIn } from '../support/axe.ts';
import { appPath } from '../support/control-panel-tab.ts';
import { expect, test } from '../support/fixtures.ts';
import { claims, sign } from '../support/sign-payload.ts';
import { uiText } from '../support/ui-text.ts';

/* Pages outside of the app's screens, and what shows in place of a screen that fails. */

type CallbackPage = keyof typeof messages.pages;

test.describe(() => {
  test.use({ expectedErrors: [/status of (4\d\d|502) .*\/((auth|load)\?|nowhere\))/] });

  test('each page that a callback answers with says what to do, and is accessible', async ({
    app,
    page,
    stack,
    stores,
    sandbox,
  }) => {
    await stores.install('aurora');
    const hash = stores.hash('aurora');
    const { id } = stores.user('aurora');
    const now = Math.floor(Date.now() / 1000);
    const load = async (replaced = {}, store = hash, secret = stack.clientSecret) =>
      `/load?signed_payload_jwt=${await sign(claims(stack, store, replaced), secret)}`;
    const install = async () => new URL(await sandbox.installUrl(hash, id));
    const removed = { iat: now - 10, user: { id: 4711, email: 'ann@example.com', locale: 'en' } };

    const see = async (path: string, title: string, body: string) => {
      await test.step(title, async () => {
        await page.goto(new URL(path, stack.appUrl).href);
        await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
        await expect(page.getByText(body)).toBeVisible();
        expect(await violationsIn(page)).toEqual([]);
        const icon = await page.locator('link[rel=icon]').getAttribute('href');
        const answer = await app.get(icon ?? '');
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
      });
    };
    const seeCallback = (path: string, name: CallbackPage) =>
      see(path, messages.pages[name].title, messages.pages[name].body);

    await see('/', uiText('shell.status.home.title'), uiText('shell.status.home.text'));
    await see(
      '/nowhere',
      uiText('shell.status.notFound.title'),
      uiText('shell.status.notFound.text'),
    );
    await seeCallback('/load?', 'badRequest');
    await seeCallback(await load({}, hash, 'another secret'), 'notVerified');
    await seeCallback(await load({ iat: now - 3_600 }), 'openAgain');
    await seeCallback(await load({}, 'stranger'), 'notInstalled');
    const removal = new URL(await load(removed), stack.appUrl).searchParams;
    await app.callFromServer('remove_user', removal.get('signed_payload_jwt') ?? '');
    await seeCallback(await load(removed), 'accessRemoved');
    await sandbox.setLogin({ scope: 'store_v2_default' });
    await seeCallback((await install()).href, 'scopeMissing');
    await sandbox.addFault({ path: '/oauth2/token', fault: '500' });
    await seeCallback((await install()).href, 'installUnknown');
  });
});

test.describe('when code cannot be loaded, or fails', () => {
  test.use({ expectedErrors: [/ERR_FAILED .*\/_next\/static\/chunks\/|a fault of the browser/] });

  test('links work on a page without code', async ({ panel, page, stores }) => {
    await stores.install('aurora');
    const { segments: list } = panel;
    await page.route('**/_next/static/chunks/**/*.js', (route) => route.abort());
    await page.goto(panel.address('aurora', appPath));
    const name = 'Birthday this month, Alaska';
    await expect(list.link(name)).toBeVisible();
    await list.link(name).click();
    await expect.poll(() => list.address().catch(() => '')).toMatch(/\/segments\/[\w-]{36}$/);
  });

  test('a screen that fails says so, and works after a reload', async ({ panel, page, stores }) => {
    await stores.install('aurora');
    const list = await panel.openApp('aurora');
    await list.root.evaluate(() => {
      String.prototype.normalize = () => {
        throw new Error('a fault of the browser');
      };
    });
    await list.search.fill('trail');
    await expect(list.heading(uiText('shell.status.unexpected.title'))).toBeVisible();
    await expect(list.text(uiText('shell.status.unexpected.text'))).toBeVisible();
    expect(await violationsIn(appFrame(page))).toEqual([]);
    await list.button(uiText('shell.reload')).click();
    await expect(list.names).toHaveCount(25);
  });
});
