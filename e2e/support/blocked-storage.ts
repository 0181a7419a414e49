import { existsSync } from 'node:fs';
import type { BrowserType } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/**
 * What a merchant does, in a browser that gives frames of other sites neither cookies nor storage.
 * A machine without the browser skips the test and says so.
 */
export function testWithoutThirdPartyStorage(browserType: BrowserType): void {
  const name = browserType.name();
  const missing = !existsSync(browserType.executablePath()) && name !== 'chromium';
  const title = `row 23: the whole flow in ${name} with third-party cookies and storage blocked`;
  const reason = `skipped: this machine has no ${name} that Playwright can drive`;

  const declare = missing ? test.skip : test;
  declare(missing ? `${title} (${reason})` : title, async ({ panel, page, stack, stores }) => {
    await page.goto(stack.sandboxUrl);
    await panel.link('Aurora Outdoor').click();
    await panel.link('Go to Apps').click();
    await panel.link('Install').click();
    await panel.button('Confirm').click();
    const list = panel.segments;
    await expect(list.names).toHaveCount(25);
    expect(await list.root.evaluate(storageInFrame)).toEqual({ works: [], cookie: '' });

    await list.create('Made without storage');
    await list.search.fill('made without');
    await expect(list.names).toHaveText(['Made without storage']);
    await list.choose('Rename', 'Made without storage');
    await list.field('Name').fill('Renamed without storage');
    await list.dialogButton('Save').click();
    await list.search.fill('renamed without');
    await expect(list.names).toHaveText(['Renamed without storage']);
    await list.choose('Delete', 'Renamed without storage');
    await list.dialogButton('Delete').click();
    await expect(list.names).toHaveCount(0);
    await expect.poll(() => stores.segments('aurora')).toHaveLength(240);

    await list.reload();
    await expect(list.heading('Open the app again')).toBeVisible();
    await panel.goTo('aurora', '/apps', { role: 'staff' });
    await panel.link('Open').click();
    await expect(list.names).toHaveCount(25);
  });
}

/** Runs in the frame: which storage lets itself be used, and what is left of a cookie. */
function storageInFrame(): { works: string[]; cookie: string } {
  const works = ['sessionStorage', 'localStorage'].filter((name) => {
    try {
      Reflect.get(window, name).setItem('probe', 'kept');
      return true;
    } catch {
      return false;
    }
  });
  // biome-ignore lint/suspicious/noDocumentCookie: this is how a page would set one
  document.cookie = 'probe=kept; SameSite=None; Secure';
  return { works, cookie: document.cookie };
}
