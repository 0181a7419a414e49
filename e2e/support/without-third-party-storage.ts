import { PlaywrightTab } from '../browsers/playwright-tab.ts';
import type { Tab } from '../browsers/tab.ts';
import { test as base, expect } from './fixtures.ts';

export const test = base.extend<{ tab: Tab }>({
  tab: async ({ page }, use) => use(new PlaywrightTab(page)),
});

interface Browser {
  name: string;
  /** What this machine lacks to run the browser. */
  missing?: string | undefined;
  /** Storage that the browser gives to frames nevertheless; the test empties it. */
  storage?: string[];
}

/**
 * Tests installing, creating, renaming, deleting and reloading in a browser that gives frames of
 * other sites neither cookies nor storage. On a machine without the browser the test is skipped.
 */
export function testWithoutThirdPartyStorage(
  run: typeof test,
  { name, missing, storage = [] }: Browser,
): void {
  const title = `row 23: the whole flow in ${name} with third-party cookies and storage blocked`;
  const declare = missing ? run.skip : run;
  const reason = missing ? ` (skipped: this machine has no ${missing})` : '';

  declare(title + reason, async ({ tab, stack, stores }) => {
    const { panel, app } = tab;
    // Fails while one document replaces another.
    const names = () => app.evaluate(namesInTable).catch(() => undefined);
    const dialogs = () => app.evaluate(() => document.querySelectorAll('[role=dialog]').length);
    await tab.goTo(stack.sandboxUrl);
    await panel.press('link', 'Aurora Outdoor');
    await panel.press('link', 'Go to Apps');
    await panel.press('link', 'Install');
    await panel.press('button', 'Confirm');
    await expect.poll(names).toHaveLength(25);
    expect(await app.evaluate(useStorage)).toEqual({ storage, cookie: '' });

    await app.press('button', 'Create segment');
    await app.fill('textbox', 'Name', 'Made without storage');
    await app.press('button', 'Save');
    await expect.poll(dialogs).toBe(0);
    await app.fill('searchbox', 'Search segments', 'made without');
    await expect.poll(names).toEqual(['Made without storage']);
    await app.press('button', 'Actions for Made without storage');
    await app.press('menuitem', 'Rename');
    await app.fill('textbox', 'Name', 'Renamed without storage');
    await app.press('button', 'Save');
    await expect.poll(dialogs).toBe(0);
    await app.fill('searchbox', 'Search segments', 'renamed without');
    await expect.poll(names).toEqual(['Renamed without storage']);
    await app.press('button', 'Actions for Renamed without storage');
    await app.press('menuitem', 'Delete');
    await app.press('button', 'Delete');
    await expect.poll(names).toEqual([]);
    await expect.poll(() => stores.segments('aurora')).toHaveLength(240);

    expect(await app.evaluate(useStorage)).toEqual({ storage, cookie: '' });
    await app.evaluate(() => location.reload());
    await expect
      .poll(() => app.evaluate(headings).catch(() => undefined))
      .toEqual(['Open the app again']);
    const { id } = stores.user('aurora', 'staff');
    await tab.goTo(`${stack.sandboxUrl}/manage/${stores.hash('aurora')}/apps?user=${id}`);
    await panel.press('link', 'Open');
    await expect.poll(names).toHaveLength(25);
  });
}

// These run in the frame.

function namesInTable(): (string | null)[] {
  return Array.from(document.querySelectorAll('tbody td:nth-child(2)'), (cell) => cell.textContent);
}

function headings(): (string | null)[] {
  return Array.from(document.querySelectorAll('h1'), (heading) => heading.textContent);
}

/** Tries each storage, and empties it. @returns the storage that works, and `document.cookie` */
function useStorage(): { storage: string[]; cookie: string } {
  const storage = ['sessionStorage', 'localStorage'].filter((name) => {
    try {
      Reflect.get(window, name).setItem('probe', 'kept');
      Reflect.get(window, name).clear();
      return true;
    } catch {
      return false;
    }
  });
  for (const attributes of ['SameSite=None; Secure', 'SameSite=Lax']) {
    // biome-ignore lint/suspicious/noDocumentCookie: this is how a page would set one
    document.cookie = `probe=kept; ${attributes}`;
  }
  return { storage, cookie: document.cookie };
}
