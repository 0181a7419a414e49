import { devices, webkit } from '@playwright/test';
import { testWithoutThirdPartyStorage } from './support/blocked-storage.ts';
import { test } from './support/fixtures.ts';

test.use({ ...devices['Desktop Safari'], browserName: 'webkit', launchOptions: {} });
testWithoutThirdPartyStorage(webkit);
