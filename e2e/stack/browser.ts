import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Preferred where both are installed: the same engine runs the tests in half the time. */
const windowless = 'chromium-headless-shell';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Chromium needs some of these as root; the others stop its background requests. */
const rootArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Options to launch Playwright's own Chromium if it is installed, else the system's. */
export function launchOptions(): LaunchOptions {
  return withArguments(
    hasPlaywrightChromium() ? {} : { executablePath: chromiumOnSystem(windowless, ...names) },
  );
}

/** The same for a full browser, which has the privacy settings that a headless shell lacks. */
export function wholeBrowserOptions(): LaunchOptions {
  return withArguments(
    hasPlaywrightChromium()
      ? { channel: 'chromium' }
      : { executablePath: chromiumOnSystem(...names) },
  );
}

function withArguments(how: {
  channel?: string;
  executablePath?: string | undefined;
}): LaunchOptions {
  const { channel, executablePath } = how;
  return {
    args: process.getuid?.() === 0 ? rootArguments : [],
    ...(channel ? { channel } : {}),
    ...(executablePath ? { executablePath } : {}),
  };
}

function hasPlaywrightChromium(): boolean {
  return existsSync(chromium.executablePath());
}

/** @returns the path of the first of these programs in PATH */
export function onSystem(...candidates: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = candidates.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path));
}

function chromiumOnSystem(...candidates: string[]): string | undefined {
  return onSystem(...candidates) ?? (existsSync(onMac) ? onMac : undefined);
}

function hasBrowser(): boolean {
  return hasPlaywrightChromium() || chromiumOnSystem(...names) !== undefined;
}

function run(command: string, ...options: string[]): boolean {
  console.log(`> ${command} ${options.join(' ')}`);
  return spawnSync(command, options, { stdio: 'inherit' }).status === 0;
}

/**
 * Makes sure that Chromium is installed: Playwright's own or the system's. If neither is, it
 * installs Playwright's or, as root on Debian, Debian's.
 * @throws Error with instructions if no Chromium could be installed
 */
export function ensureBrowser(): void {
  if (hasBrowser()) return;
  run('playwright', 'install', '--with-deps', 'chromium');
  if (hasBrowser()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update');
    if (!run('apt-get', 'install', '-y', 'chromium', windowless)) {
      run('apt-get', 'install', '-y', 'chromium');
    }
  }
  if (hasBrowser()) return;
  throw new Error(
    'The browser tests need Chromium, and none could be installed. Install Chromium or Google Chrome so that `chromium` or `google-chrome` is in PATH, or run `npm exec playwright install chromium`, and try again.',
  );
}
