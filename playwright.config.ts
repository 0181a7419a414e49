import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './e2e/stack/browser.ts';

/**
 * Playwright's contexts count as incognito windows, in which Chromium keeps storage from frames of
 * other sites. Merchants' windows don't.
 */
const storageInFrames = '--disable-features=AlwaysBlock3pcsIncognito';
const { args = [], ...launch } = launchOptions();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  // More than most machines have cores to spare: tests of faults wait for what never comes.
  workers: 4,
  retries: 0,
  forbidOnly: true,
  // A busy machine takes several times as long as an idle one.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  // Building an image takes the whole machine: not while others measure or wait.
  projects: [
    { name: 'app', testIgnore: '**/container.spec.ts' },
    { name: 'container', testMatch: '**/container.spec.ts', dependencies: ['app'] },
  ],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: { ...launch, args: [...args, storageInFrames] },
    screenshot: 'only-on-failure',
  },
});
