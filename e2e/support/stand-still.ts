import type { Page } from '@playwright/test';

/** Stops the page's clock, however slow the machine is, until it is told to resume. */
export async function standStill(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
}
