import type { FrameLocator, Page } from '@playwright/test';
import type { Part, Tab } from './tab.ts';

/** A tab in a browser that Playwright controls. */
export class PlaywrightTab implements Tab {
  readonly panel: Part;
  readonly app: Part;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = part(page);
    this.app = part(page.frameLocator('iframe'));
  }

  async goTo(url: string): Promise<void> {
    await this.#page.goto(url);
  }
}

function part(within: Page | FrameLocator): Part {
  return {
    press: (role, name) => within.getByRole(role, { name, exact: true }).click(),
    fill: (role, name, text) => within.getByRole(role, { name, exact: true }).fill(text),
    evaluate: (script) => within.locator('html').evaluate(script),
  };
}
