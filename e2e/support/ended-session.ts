import { expect } from '@playwright/test';
import type { ControlPanel } from './control-panel-tab.ts';
import type { SegmentsScreen } from './segments-screen-object.ts';

/** The beginning of the names of Aurora's first rows. */
export const segmentName = 'Birthday this month';

/** Expects nothing of the store on the screen or in the browser's storage. */
export async function expectNothingLeft(list: SegmentsScreen): Promise<void> {
  await expect(list.heading('Customer segments')).toBeHidden();
  await expect(list.table).toBeHidden();
  await expect(list.text(segmentName)).toBeHidden();
  const held = await list.root.evaluate(() => Object.values(sessionStorage));
  expect(held).toEqual([]);
}

/**
 * Comes back to the tab until the app finds out that the session is over: coming back reads the
 * list again, unless it was read a moment ago.
 */
export async function comeBack({ segments }: ControlPanel): Promise<void> {
  await expect(async () => {
    await segments.focus();
    await expect(segments.heading('Open the app again')).toBeVisible({ timeout: 500 });
  }).toPass();
}
