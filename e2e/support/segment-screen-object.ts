import type { FrameLocator, Locator } from '@playwright/test';
import { AppScreen } from './app-screen-object.ts';
import { uiText } from './ui-text.ts';

/** The screen of one segment. */
export class SegmentScreen extends AppScreen {
  readonly table: Locator;
  /** The cells of a column, from top to bottom. */
  readonly names: Locator;
  readonly emails: Locator;
  readonly find: Locator;
  readonly selectPage: Locator;
  readonly back: Locator;

  constructor(frame: FrameLocator) {
    super(frame);
    this.table = frame.getByRole('table', { name: 'Shoppers' });
    this.names = this.table.locator('tbody td:nth-child(2)');
    this.emails = this.table.locator('tbody td:nth-child(3)');
    this.find = frame.getByRole('searchbox', { name: 'Find a shopper' });
    this.selectPage = frame.getByRole('checkbox', { name: 'Select all on this page' });
    this.back = this.link('Customer segments');
  }

  /** @param position in the table, from 0 */
  async name(position: number): Promise<string> {
    return (await this.names.nth(position).textContent()) ?? '';
  }

  /** What tells a shopper from namesakes, as in labels, dialogs and alerts. */
  async label(position: number): Promise<string> {
    const email = await this.emails.nth(position).textContent();
    return uiText('customer.label.withEmail', {
      name: await this.name(position),
      email: email ?? '',
    });
  }

  select(position: number): Promise<void> {
    return this.table.locator('tbody').getByRole('checkbox').nth(position).check();
  }

  /** Opens the dialog that asks whether to remove the shopper. */
  async askToRemove(position: number): Promise<void> {
    await this.table.locator('tbody').getByRole('button').nth(position).click();
    await this.frame.getByRole('menuitem', { name: 'Remove from segment' }).click();
  }

  async removeOne(position: number): Promise<void> {
    await this.askToRemove(position);
    await this.dialogButton('Remove').click();
  }

  /** Removes the selected shoppers, and confirms by typing their number. */
  async removeSelected(count: number): Promise<void> {
    await this.button('Remove').click();
    await this.confirm(count);
  }

  async confirm(count: number): Promise<void> {
    await this.dialog.getByRole('textbox').fill(String(count));
    await this.dialogButton('Remove').click();
  }
}
