import type { FrameLocator, Locator } from '@playwright/test';
import { expect } from '@playwright/test';

export type RowAction = 'Rename' | 'Delete';

/** The list of segments and its dialogs, by the names that merchants see and hear. */
export class SegmentsScreen {
  readonly frame: FrameLocator;
  readonly root: Locator;
  readonly table: Locator;
  /** The cells of a column, from top to bottom. */
  readonly names: Locator;
  readonly descriptions: Locator;
  readonly updates: Locator;
  readonly search: Locator;
  readonly selectPage: Locator;
  readonly pageSize: Locator;
  readonly dialog: Locator;
  readonly alerts: Locator;

  constructor(frame: FrameLocator) {
    this.frame = frame;
    this.root = frame.locator('html');
    this.table = frame.getByRole('table', { name: 'Segments' });
    [this.names, this.descriptions, this.updates] = [
      this.#column(2),
      this.#column(3),
      this.#column(4),
    ];
    this.search = frame.getByRole('searchbox', { name: 'Search segments' });
    this.selectPage = frame.getByRole('checkbox', { name: 'Select all on this page' });
    this.pageSize = frame.getByRole('combobox', { name: 'Segments per page' });
    this.dialog = frame.getByRole('dialog');
    this.alerts = frame.getByRole('region', { name: 'Notifications' });
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  text(text: string | RegExp): Locator {
    return this.frame.getByText(text);
  }

  heading(name: string): Locator {
    return this.frame.getByRole('heading', { name, exact: true });
  }

  columnHeader(name: string): Locator {
    return this.table.getByRole('columnheader', { name });
  }

  row(name: string): Locator {
    const checkbox = this.frame.getByRole('checkbox', { name: `Select ${name}`, exact: true });
    return this.table.getByRole('row').filter({ has: checkbox });
  }

  select(name: string): Promise<void> {
    return this.frame.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  }

  sortBy(column: string): Promise<void> {
    return this.columnHeader(column).getByRole('button').click();
  }

  field(name: 'Name' | 'Description'): Locator {
    return this.dialog.getByRole('textbox', { name });
  }

  /** A button of the dialog that is open. */
  dialogButton(name: 'Save' | 'Cancel' | 'Delete' | 'Close'): Locator {
    return this.dialog.getByRole('button', { name, exact: true }).last();
  }

  actionsFor(name: string): Locator {
    return this.button(`Actions for ${name}`);
  }

  async choose(action: RowAction, name: string): Promise<void> {
    await this.actionsFor(name).click();
    await this.frame.getByRole('menuitem', { name: action }).click();
  }

  async create(name: string, description = ''): Promise<void> {
    await this.button('Create segment').first().click();
    await this.field('Name').fill(name);
    await this.field('Description').fill(description);
    await this.dialogButton('Save').click();
  }

  /** Comes back to the tab from elsewhere, as far as the app can tell. */
  async focus(): Promise<void> {
    await this.root.evaluate(() => window.dispatchEvent(new Event('focus')));
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

  #column(position: number): Locator {
    return this.table.locator(`tbody td:nth-child(${position})`);
  }
}
