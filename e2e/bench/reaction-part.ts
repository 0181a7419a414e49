import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureBrowser, launchOptions } from '../stack/browser.ts';
import { linkTo } from '../support/link-to.ts';
import { type InstalledApp, startInstalledApp } from './installed-app.ts';
import { slowDown } from './opening.ts';
import { measureReaction, pressing } from './reaction.ts';
import type { Part } from './run-parts.ts';
import { median } from './statistics.ts';
import type { Add } from './table.ts';
import { atMost } from './target.ts';
import { milliseconds } from './units.ts';

const visits = 7;
const apiLatencyMs = 120;

interface Opener {
  title: string;
  /** The screen on which it is. */
  screen: 'list' | 'segment';
  /** What is pressed first, if another press comes before the one that is measured. */
  before?: (page: Page) => Promise<void>;
  press: (page: Page) => Promise<void>;
  opens: string;
  /** By the Escape key, unless said otherwise. */
  close?: (page: Page) => Promise<void>;
}

const menu = '[role="menu"]';
const dialog = '[role="dialog"]';
const panel = 'aside';

const pressEscape = (page: Page) => page.keyboard.press('Escape');
const firstMenu = (page: Page) => pressing(page.locator('tbody button[aria-haspopup]').first())();
const item = (name: string) => (page: Page) => pressing(page.getByRole('menuitem', { name }))();
const button = (name: string) => (page: Page) =>
  pressing(page.getByRole('button', { name, exact: true }).first())();

const openers: readonly Opener[] = [
  { title: 'form for a segment', screen: 'list', press: button('Create segment'), opens: dialog },
  { title: 'menu of a row', screen: 'list', press: firstMenu, opens: menu },
  {
    title: 'form that renames',
    screen: 'list',
    before: firstMenu,
    press: item('Rename'),
    opens: dialog,
  },
  {
    title: 'question before deleting',
    screen: 'list',
    before: firstMenu,
    press: item('Delete'),
    opens: dialog,
  },
  {
    title: 'panel that adds',
    screen: 'segment',
    press: button('Add shoppers'),
    opens: panel,
    close: button('Close'),
  },
  { title: 'menu of a shopper', screen: 'segment', press: firstMenu, opens: menu },
];

/** How fast dialogs, menus and panels open. */
export const reactionPart: Part = {
  conditions: `Reaction: from the press to the paint of what it opens, under the conditions of opening, warm cache: once the page is idle, again after it was closed, and as soon as the rows are painted; median of ${visits}.`,
  async measure(add) {
    ensureBrowser();
    const installed = await startInstalledApp();
    try {
      const browser = await chromium.launch(launchOptions());
      try {
        await measureOpeners(add, browser, installed);
      } finally {
        await browser.close();
      }
    } finally {
      await installed.stack.stop();
    }
  },
};

async function measureOpeners(
  add: Add,
  browser: Browser,
  { sandbox, hash, address }: InstalledApp,
): Promise<void> {
  await sandbox.set({ latencyMs: apiLatencyMs });
  const [segment] = (await sandbox.state(hash)).segments;
  const links = { list: undefined, segment: linkTo.segment(segment?.id ?? '') };
  const context = await browser.newContext();
  const visit = async (screen: Opener['screen'], measure: (page: Page) => Promise<void>) => {
    const page = await context.newPage();
    await slowDown(page);
    await page.goto(await address(links[screen]), { waitUntil: 'commit' });
    await page.locator('tbody button[aria-haspopup]').first().waitFor();
    await measure(page);
    await page.close();
  };
  for (const opener of openers) {
    const { title, screen, before, press, opens, close = pressEscape } = opener;
    const times = { idle: [] as number[], again: [] as number[], early: [] as number[] };
    const once = async (page: Page) => {
      await before?.(page);
      return measureReaction(page, () => press(page), opens);
    };
    await visit(screen, untilIdle);
    for (let count = 0; count < visits; count += 1) {
      await visit(screen, async (page) => {
        await untilIdle(page);
        times.idle.push(await once(page));
        await close(page);
        await page.locator(opens).waitFor({ state: 'hidden' });
        times.again.push(await once(page));
      });
      if (!before) await visit(screen, async (page) => void times.early.push(await once(page)));
    }
    const [idle, again] = [median(times.idle), median(times.again)];
    add(`${title}, idle page`, milliseconds(idle), atMost(idle, 100, milliseconds));
    add(`${title}, a second time`, milliseconds(again), atMost(again, 50, milliseconds));
    if (before) continue;
    const early = median(times.early);
    add(`${title}, right after the rows`, milliseconds(early), atMost(early, 350, milliseconds));
  }
  await context.close();
}

/** Waits until the page has loaded nothing for two seconds: it loads code ahead when it is idle. */
function untilIdle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const loaded = () => performance.getEntriesByType('resource').length;
    for (let before = -1; before !== loaded(); ) {
      before = loaded();
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  });
}
