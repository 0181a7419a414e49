import { devices, firefox } from '@playwright/test';
import { testWithoutThirdPartyStorage } from './support/blocked-storage.ts';
import { test } from './support/fixtures.ts';

const rejectForeign = 1;
test.use({
  ...devices['Desktop Firefox'],
  browserName: 'firefox',
  launchOptions: { firefoxUserPrefs: { 'network.cookie.cookieBehavior': rejectForeign } },
});
testWithoutThirdPartyStorage(firefox);
