import { chromium } from '@playwright/test';
import { wholeBrowserOptions } from './stack/browser.ts';
import { testWithoutThirdPartyStorage } from './support/blocked-storage.ts';
import { test } from './support/fixtures.ts';

// Without the switch that the other tests use, Playwright's windows block third parties.
test.use({ launchOptions: wholeBrowserOptions() });
testWithoutThirdPartyStorage(chromium);
