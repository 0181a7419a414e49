import type { Page } from '@playwright/test';
import { isInStore } from '../../lib/screens/screens.ts';

/**
 * Keeps server actions from the app until the function that this resolves to is called.
 * @param passing how many get through before
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
