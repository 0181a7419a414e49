import { expect } from '@playwright/test';
import type { ControlPanel } from './control-panel-tab.ts';
import type { SegmentsScreen } from './segments-screen.ts';

/** Begins the names of Aurora's first rows. */
export const segmentName = 'Birthday this month';

/** Neither on the screen nor in the browser's storage. */
export async function expectNothingLeft(list: SegmentsScreen): Promise<void> {
  await expect(list.heading('Customer segments')).toBeHidden();
  await expect(list.table).toBeHidden();
  await expect(list.text(segmentName)).toBeHidden();
  const held = await list.root.evaluate(() => Object.values(sessionStorage));
  expect(held).toEqual([]);
}

/** Coming back to the tab reads the list again, though not when it has just been read. */
export async function comeBack({ segments }: ControlPanel): Promise<void> {
  await expect(async () => {
    await segments.focus();
    await expect(segments.heading('Open the app again')).toBeVisible({ timeout: 500 });
  }).toPass();
}
