import type { Page } from '@playwright/test';

/** Holds static files back from the browser. @returns a function that lets them through */
export async function holdFiles(page: Page, kind: 'js' | 'woff2'): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(`**/_next/static/**/*.${kind}`, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}
