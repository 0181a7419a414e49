import type { Locator } from '@playwright/test';
import type { SegmentScreen } from './segment-screen-object.ts';

/** The panel beside a segment that adds shoppers. */
export class AddingPanel {
  readonly root: Locator;
  readonly search: Locator;
  /** The customers found, from top to bottom, each with a checkbox. */
  readonly found: Locator;
  readonly chosen: Locator;
  /** The notice of how the last job ended. It is absent if everybody was added. */
  readonly outcome: Locator;
  readonly progress: Locator;
  readonly #segment: SegmentScreen;

  constructor(segment: SegmentScreen) {
    this.#segment = segment;
    this.root = segment.frame.getByRole('complementary', { name: 'Add shoppers' });
    this.search = this.root.getByRole('searchbox', { name: 'Search customers' });
    const list = this.root.getByRole('list', { name: 'Customers found' });
    this.found = list.getByRole('listitem');
    this.chosen = this.root.getByRole('list', { name: /chosen/ }).getByRole('listitem');
    this.outcome = this.root.getByRole('status').last();
    this.progress = this.root.getByRole('progressbar');
  }

  async open(): Promise<void> {
    await this.#segment.button('Add shoppers').first().click();
  }

  /** Searches, and chooses the first `count` customers found who are not members yet. */
  async choose(text: string, count = 1): Promise<void> {
    await this.search.fill(text);
    await this.root.getByText(/^\d+ customers? found/).waitFor();
    const free = this.found.getByRole('checkbox', { checked: false });
    for (let chosen = 0; chosen < count; chosen += 1) await free.first().check();
  }

  /** @param position among the customers found, from 0 */
  async address(position: number): Promise<string> {
    return (await this.found.nth(position).locator('small').first().textContent()) ?? '';
  }

  /** Chooses all customers of a group. Resolves when they have been counted. */
  async chooseGroup(name: string): Promise<void> {
    await this.root.getByRole('tab', { name: 'By group, company or date' }).click();
    await this.root.getByLabel('Customer group').selectOption(name);
    await this.root.getByText(/customers? match/).waitFor();
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }
}
