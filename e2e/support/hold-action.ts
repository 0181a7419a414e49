import type { Page } from '@playwright/test';

/** Keeps the next server action from the app until the function that this resolves to is called. */
export async function holdAction(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname.startsWith('/stores/'),
    async (route) => {
      if (route.request().method() === 'POST') await gate.promise;
      await route.continue();
    },
  );
  return gate.resolve;
}
