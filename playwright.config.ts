import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './e2e/stack/browser.ts';

/**
 * Playwright's contexts are incognito windows, in which Chromium blocks storage in frames of other
 * sites. This flag allows it, as in merchants' normal windows.
 */
const storageInFrames = '--disable-features=AlwaysBlock3pcsIncognito';
const { args = [], ...launch } = launchOptions();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  // More workers than most machines have cores: tests of faults mostly wait for timeouts.
  workers: 4,
  retries: 0,
  forbidOnly: true,
  // A busy machine takes several times as long as an idle one.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  // Building an image slows the whole machine, so it runs after all other tests.
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
