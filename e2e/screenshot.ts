import { chromium } from '@playwright/test';
import { SandboxControl } from './sandbox/control-client.ts';
import { launchOptions } from './stack/browser.ts';
import { startStack } from './stack/stack.ts';
import { AppClient } from './support/app-client.ts';
import { ControlPanel } from './support/control-panel-tab.ts';
import { Stores } from './support/known-stores.ts';

/** `npm run screenshot`: takes the README's picture of the built app inside the control panel. */
const stack = await startStack();
const stores = new Stores(new SandboxControl(stack.sandboxUrl), new AppClient(stack));
await stores.install('aurora');
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const list = await new ControlPanel(page, stack, stores).openApp('aurora');
await list.counted();
await list.root.evaluate(() => document.fonts.ready);
await page.screenshot({ path: 'public/screenshot.png' });
await browser.close();
await stack.stop();
