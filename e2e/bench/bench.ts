import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { SandboxControl } from '../sandbox/control.ts';
import { ensureBrowser, launchOptions } from '../stack/browser.ts';
import { startStack } from '../stack/stack.ts';
import { AppClient } from '../support/app-client.ts';
import { Stores } from '../support/stores.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureKeystroke } from './keystroke.ts';
import { measureOpening } from './opening.ts';
import { measurePrototype } from './prototype.ts';
import { kilobytes, megabytes, milliseconds, type Result } from './result.ts';
import { compareLatency, residentMemory, sendMany } from './server.ts';

/** `npm run bench`: builds, measures, and prints a table. Nothing here passes or fails. */
const visits = 10;
const apiLatencyMs = 120;
const rowSelector = 'tbody [aria-label^="Actions for"]';

ensureBrowser();
const build = spawnSync('next', ['build'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);

const browser = await chromium.launch(launchOptions());
const stack = await startStack({ env: { LOG_LEVEL: 'warn' } });
const sandbox = new SandboxControl(stack.sandboxUrl);
const app = new AppClient(stack);
const stores = new Stores(sandbox, app);
const results: Result[] = [];
const add = (measure: string, value: string, target = '') =>
  results.push({ measure, value, target });

try {
  await stores.install('aurora');
  const hash = stores.hash('aurora');
  const address = () => sandbox.loadUrl(hash, stores.user('aurora').id);
  const { token } = await stores.open('aurora');
  const memoryAtStart = residentMemory(stack.app.process.pid);

  await sandbox.set({ quota: 1_000_000 });
  const accessToken = (await sandbox.state(hash)).installation?.accessToken ?? '';
  const listUrl = `${stack.sandboxUrl}/stores/${hash}/v3/segments?page=1&limit=250`;
  const straight = () =>
    fetch(listUrl, { headers: { 'x-auth-token': accessToken, accept: 'application/json' } });
  const throughApp = () => app.segments(token);
  await sendMany(50, throughApp);
  const [direct = 0, through = 0] = await compareLatency(300, [straight, throughApp]);
  await sendMany(500, throughApp);
  const memoryWarm = residentMemory(stack.app.process.pid);
  await sendMany(5_000, throughApp);
  const memoryAfter = residentMemory(stack.app.process.pid);

  await sandbox.set({ latencyMs: apiLatencyMs });
  const prototype = await measurePrototype(browser, { url: listUrl, token: accessToken }, visits);
  const options = { browser, address, row: rowSelector, visits };
  const searchField = 'input[type="search"], input[aria-label="Search segments"]';
  const cold = await measureOpening({ ...options, searchField, warm: false });
  const warm = await measureOpening({ ...options, searchField, warm: true });

  await sandbox.set({ latencyMs: 0 });
  await sandbox.setSegments(hash, { count: 1_000 });
  const keystroke = await measureKeystroke(browser, await address());
  const firstLoad = await measureFirstLoad(`${stack.appUrl}/stores/${hash}/segments`);

  const ratio = (cold.rows / prototype.rows).toFixed(2);
  add('bare prototype of 25 BigDesign rows: painted, cold cache', milliseconds(prototype.rows));
  add(
    'rows painted, cold cache',
    `${milliseconds(cold.rows)} (${ratio} × prototype)`,
    '≤ 1.10 × prototype',
  );
  add('rows painted, warm cache', milliseconds(warm.rows));
  add('search works, cold cache', milliseconds(cold.search ?? Number.NaN));
  add('search works, warm cache', milliseconds(warm.search ?? Number.NaN));
  add('first-load JavaScript, gzipped', kilobytes(firstLoad), '≤ 215 KB');
  add('keystroke to filtered rows, 1,000 segments', milliseconds(keystroke), '≤ 50 ms');
  add('server memory after start', megabytes(memoryAtStart), '≤ 220 MB');
  add(
    'server memory after 5,000 lists',
    `${megabytes(memoryAfter)} (${percent(memoryAfter, memoryWarm)} over the level after 500)`,
    '≤ 220 MB, ≤ 10 % growth',
  );
  add('list of 240, straight from the API', `${direct.toFixed(1)} ms`);
  add(
    'list of 240, through the app',
    `${through.toFixed(1)} ms (+${(through - direct).toFixed(1)} ms)`,
    '≤ +5 ms',
  );
} finally {
  await browser.close();
  await stack.stop();
}

function percent(after: number, before: number): string {
  return `${(((after - before) / before) * 100).toFixed(1)} %`;
}

const date = new Date().toISOString().slice(0, 10);
console.log(`\n${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${date}`);
console.log(
  `Opening: 4× CPU slowdown, 40 ms round trips, 10 Mbit/s, ${apiLatencyMs} ms API latency, 240 segments, median of ${visits}.\n`,
);
console.log('| measure | value | to reach |\n|---|---|---|');
for (const { measure, value, target } of results)
  console.log(`| ${measure} | ${value} | ${target} |`);
