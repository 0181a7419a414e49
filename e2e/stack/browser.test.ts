import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

/* Fake `playwright` and `apt-get` programs record their calls instead of installing a browser. */

let folder: string;
const called = () => join(folder, 'called');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

function program(name: string, effect = ''): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho ${name} "$@" >> '${called()}'\n${effect}\n`);
  chmodSync(path, 0o755);
}

/** Runs `ensureBrowser` in a process that finds only the programs of this test. */
function ensureBrowser() {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--eval',
      `import(${JSON.stringify(resolve('e2e/stack/browser.ts'))}).then((browser) => browser.ensureBrowser())`,
    ],
    {
      encoding: 'utf8',
      env: {
        NODE_ENV: 'test',
        PATH: folder,
        HOME: folder,
        PLAYWRIGHT_BROWSERS_PATH: join(folder, 'none'),
      },
    },
  );
  const calls = existsSync(called()) ? readFileSync(called(), 'utf8').trim().split('\n') : [];
  return { status, stderr, calls };
}

const playwrightInstall = 'playwright install --with-deps chromium';
const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const debianInstall = ['apt-get update', 'apt-get install -y chromium chromium-headless-shell'];

test.each(['chromium', 'google-chrome'])('nothing is installed if the system has %s', (name) => {
  program('playwright');
  program(name);
  expect(ensureBrowser()).toMatchObject({ status: 0, calls: [] });
});

// On macOS an installed Chrome would be found outside PATH.
describe.skipIf(process.platform === 'darwin')('without a browser on the system', () => {
  test("Playwright's own is installed", () => {
    program('playwright', `: > '${join(folder, 'chromium')}'`);
    program('apt-get');
    expect(ensureBrowser()).toMatchObject({ status: 0, calls: [playwrightInstall] });
  });

  test.runIf(isDebianRoot)("Debian's is installed if Playwright's cannot be", () => {
    program('playwright', 'exit 1');
    program('apt-get', `[ "$1" = update ] || : > '${join(folder, 'chromium')}'`);
    expect(ensureBrowser()).toMatchObject({
      status: 0,
      calls: [playwrightInstall, ...debianInstall],
    });
  });

  test('an error explains what to do if none can be installed', () => {
    program('playwright', 'exit 1');
    program('apt-get', 'exit 1');
    const { status, stderr } = ensureBrowser();
    expect(status).toBe(1);
    expect(stderr).toContain('Install Chromium or Google Chrome');
  });
});
