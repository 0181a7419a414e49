import { once } from 'node:events';
import { createServer } from 'node:http';
import { test as base, expect } from '../support/fixtures.ts';

/** A page outside of the control panel's origin, with a frame for each of these addresses. */
const test = base.extend<{ framing: (addresses: readonly string[]) => Promise<string> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures here
  framing: async ({}, use) => {
    let html = '';
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(html);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await use(async (addresses) => {
      html = addresses.map((src) => `<iframe src="${src}"></iframe>`).join('');
      return `http://127.0.0.1:${port}`;
    });
    server.close();
    server.closeAllConnections();
  },
});

test.describe('another origin', () => {
  test.use({ expectedErrors: [/frame-ancestors|chrome-error:/] });

  test('row 27: cannot frame a page, a callback or an error', async ({
    framing,
    page,
    stack,
    stores,
  }) => {
    await stores.install('aurora');
    const launch = await stores.launch('aurora');
    const paths = ['/', '/nowhere', '/load', '/healthz', '/api/session', new URL(launch).pathname];
    const frames = [...paths.map((path) => stack.appUrl + path), launch];
    await page.goto(await framing(frames));
    const shown = () =>
      page
        .frames()
        .slice(1)
        .map((frame) => frame.url());
    await expect.poll(shown).toEqual(frames.map(() => 'chrome-error://chromewebdata/'));
  });
});

test.describe('two origins in CONTROL_PANEL_ORIGINS', () => {
  // A page that is still loading would report that the app is gone.
  test.afterEach(async ({ context, stack }) => {
    for (const page of context.pages()) await page.close();
    await stack.restartApp();
  });

  test('row 27: both may frame the app', async ({ framing, page, panel, stack, stores }) => {
    await stores.install('aurora');
    const second = await framing([]);
    await stack.restartApp({ CONTROL_PANEL_ORIGINS: `${stack.sandboxUrl},${second}` });
    await page.goto(await framing([await stores.launch('aurora')]));
    const app = page.frameLocator('iframe');
    await expect(app.getByRole('heading', { name: 'Customer segments' })).toBeVisible();
    // What this page still reads is not to be taken for what the control panel's page reads.
    await page.goto('about:blank');
    const list = await panel.openApp('aurora');
    await expect(list.heading('Customer segments')).toBeVisible();
  });
});

test.describe('the control panel', () => {
  // At its end the test causes one violation on purpose.
  test.use({ expectedErrors: [/http:\/\/violation\.invalid\//] });

  test('row 27: the app works without a violation of its policy', async ({
    panel,
    page,
    stores,
  }) => {
    await stores.install('aurora');
    const violations: string[] = [];
    await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        Reflect.get(window, 'reportViolation')(`${violatedDirective} ${blockedURI}`);
      });
    });
    const list = await panel.openApp('aurora');
    await list.create('Made in the panel', 'For this test');
    await expect(list.row('Made in the panel')).toBeVisible();
    await list.choose('Rename', 'Made in the panel');
    await list.field('Name').fill('Renamed in the panel');
    await list.dialogButton('Save').click();
    await list.search.fill('renamed');
    await expect(list.names).toHaveText(['Renamed in the panel']);
    await list.choose('Delete', 'Renamed in the panel');
    await list.dialogButton('Delete').click();
    await expect(list.names).toHaveCount(0);
    await list.reload();
    await expect(list.heading('Customer segments')).toBeVisible();
    expect(violations).toEqual([]);
    // Shows that the listener notices violations.
    await list.root.evaluate(() =>
      document.body.append(Object.assign(new Image(), { src: 'http://violation.invalid/' })),
    );
    await expect.poll(() => violations).toHaveLength(1);
  });
});
