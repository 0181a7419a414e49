import type { Page } from '@playwright/test';

/** Keeps files of this kind from the browser until the function that this returns is called. */
export async function holdFiles(page: Page, kind: 'js' | 'woff2'): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(`**/_next/static/**/*.${kind}`, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}
