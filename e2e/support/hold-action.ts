import type { Page } from '@playwright/test';
import { isInStore } from '../../lib/screens/screens.ts';

/**
 * Holds server actions back from the app.
 * @param passing how many to let through first
 * @returns a function that lets all through
 */
export async function holdAction(page: Page, passing = 0): Promise<() => void> {
  let seen = 0;
  const gate = Promise.withResolvers<void>();
  await page.route(
    (url) => isInStore(url.pathname),
    async (route) => {
      if (route.request().method() === 'POST' && ++seen > passing) await gate.promise;
      await route.continue();
    },
  );
  return gate.resolve;
}
