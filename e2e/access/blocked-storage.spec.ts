import { wholeBrowserOptions } from '../stack/browser.ts';
import { test, testWithoutThirdPartyStorage } from '../support/without-third-party-storage.ts';

// Without the switch that the other tests use, Playwright's Chromium blocks third-party storage.
test.use({ launchOptions: wholeBrowserOptions() });
testWithoutThirdPartyStorage(test, { name: 'Chromium' });
