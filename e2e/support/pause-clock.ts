import type { Page } from '@playwright/test';

/** Pauses the page's clock, so that its timers wait for `page.clock.resume()`. */
export async function pauseClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
}
