import type { FrameLocator, Locator } from '@playwright/test';
import { expect } from '@playwright/test';

/** What all screens have in common. Elements are found by their accessible names. */
export class AppScreen {
  readonly frame: FrameLocator;
  readonly root: Locator;
  readonly dialog: Locator;
  readonly alerts: Locator;

  constructor(frame: FrameLocator) {
    this.frame = frame;
    this.root = frame.locator('html');
    this.dialog = frame.getByRole('dialog');
    this.alerts = frame.getByRole('region', { name: 'Notifications' });
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  link(name: string): Locator {
    return this.frame.getByRole('link', { name, exact: true });
  }

  text(text: string | RegExp): Locator {
    return this.frame.getByText(text);
  }

  heading(name: string): Locator {
    return this.frame.getByRole('heading', { name, exact: true });
  }

  field(name: 'Name' | 'Description'): Locator {
    return this.dialog.getByRole('textbox', { name });
  }

  /** A button of the dialog that is open. */
  dialogButton(name: 'Save' | 'Cancel' | 'Delete' | 'Close' | 'Remove'): Locator {
    return this.dialog.getByRole('button', { name, exact: true }).last();
  }

  actionsFor(name: string): Locator {
    return this.button(`Actions for ${name}`);
  }

  async choose(action: string, name: string): Promise<void> {
    await this.actionsFor(name).click();
    await this.frame.getByRole('menuitem', { name: action }).click();
  }

  /** Sends the event by which the app notices that the user has come back to its tab. */
  async focus(): Promise<void> {
    await this.root.evaluate(() => window.dispatchEvent(new Event('focus')));
  }

  /** Resolves when an answer from this address has been read to its end and its effect is shown. */
  async hasRead(url: string): Promise<void> {
    const answers = () =>
      this.root.evaluate((_, name) => performance.getEntriesByName(name).length, url);
    await expect.poll(answers).toBeGreaterThan(0);
    await this.root.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
  }

  async reload(): Promise<void> {
    const before = await this.root.evaluate(() => {
      location.reload();
      return performance.timeOrigin;
    });
    const loaded = () => this.root.evaluate(() => performance.timeOrigin).catch(() => before);
    await expect.poll(loaded).not.toBe(before);
  }

  address(): Promise<string> {
    return this.root.evaluate(() => location.href);
  }
}
