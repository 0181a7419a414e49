import { WebDriverTab } from '../browsers/web-driver-tab.ts';
import { withWebKit } from '../browsers/webkit.ts';
import { onSystem } from '../stack/browser.ts';
import {
  test as base,
  testWithoutThirdPartyStorage,
} from '../support/without-third-party-storage.ts';

const webDriver = onSystem('WebKitWebDriver');
const hasDisplay = process.env.DISPLAY || onSystem('Xvfb');
const withoutDisplay = webDriver && !hasDisplay ? 'display for WebKit, nor Xvfb' : undefined;

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures here
  tab: async ({}, use) =>
    withWebKit(webDriver ?? '', ['--enable-html5-local-storage=false'], (driver) =>
      use(new WebDriverTab(driver)),
    ),
});
testWithoutThirdPartyStorage(test, {
  name: 'WebKit',
  missing: webDriver ? withoutDisplay : 'WebKitWebDriver',
  // WebKit has no setting that blocks `sessionStorage`; each frame of another site gets its own.
  storage: ['sessionStorage'],
});
