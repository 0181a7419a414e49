import { withFirefox } from '../browsers/firefox.ts';
import { WebDriverTab } from '../browsers/web-driver-tab.ts';
import { onSystem } from '../stack/browser.ts';
import { expect } from '../support/fixtures.ts';
import {
  test as base,
  testWithoutThirdPartyStorage,
} from '../support/without-third-party-storage.ts';

const firefox = onSystem('firefox-esr', 'firefox');
/** Blocks storage for all sites. Blocking third parties alone leaves frames a `sessionStorage`. */
const preferences = { 'network.cookie.cookieBehavior': 2 };

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures here
  tab: async ({}, use) =>
    withFirefox(firefox ?? '', preferences, async (driver) => {
      await use(new WebDriverTab(driver));
      expect(await driver.errors()).toEqual([]);
    }),
});
testWithoutThirdPartyStorage(test, { name: 'Firefox', missing: firefox ? undefined : 'Firefox' });
