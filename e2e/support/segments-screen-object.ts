import type { FrameLocator, Locator } from '@playwright/test';
import { AppScreen } from './app-screen-object.ts';

/** The screen with the list of segments, and its dialogs. */
export class SegmentsScreen extends AppScreen {
  readonly table: Locator;
  /** The cells of a column, from top to bottom. */
  readonly names: Locator;
  readonly descriptions: Locator;
  readonly counts: Locator;
  readonly updates: Locator;
  readonly search: Locator;
  readonly selectPage: Locator;
  readonly pageSize: Locator;

  constructor(frame: FrameLocator) {
    super(frame);
    this.table = frame.getByRole('table', { name: 'Segments' });
    [this.names, this.descriptions, this.counts, this.updates] = [
      this.#column(2),
      this.#column(3),
      this.#column(4),
      this.#column(5),
    ];
    this.search = frame.getByRole('searchbox', { name: 'Search segments' });
    this.selectPage = frame.getByRole('checkbox', { name: 'Select all on this page' });
    this.pageSize = frame.getByRole('combobox', { name: 'Segments per page' });
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

  /** Resolves when the shoppers have been counted: until the next input nothing more is read. */
  async counted(): Promise<void> {
    await this.counts.first().getByText(/\d/).waitFor();
  }

  async create(name: string, description = ''): Promise<void> {
    await this.button('Create segment').first().click();
    await this.field('Name').fill(name);
    await this.field('Description').fill(description);
    await this.dialogButton('Save').click();
  }

  #column(position: number): Locator {
    return this.table.locator(`tbody td:nth-child(${position})`);
  }
}
