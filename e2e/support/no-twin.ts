import { expect } from '@playwright/test';
import type { SegmentsScreen } from './segments-screen-object.ts';

/**
 * Expects that saving again what may be in the store already is answered: the name is taken if the
 * list has been read again meanwhile, or the segment is recognized as one's own.
 */
export async function expectNoTwin(list: SegmentsScreen): Promise<void> {
  const taken = list.dialog.getByText('The store already has a segment called');
  const made = list.alerts.getByText('was created');
  await expect(taken.or(made)).toBeVisible();
  if (await taken.isVisible()) await list.dialogButton('Cancel').click();
  await expect(list.dialog).toBeHidden();
}
