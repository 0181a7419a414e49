import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Comes first where there is a choice: it runs the same engine in half the time. */
const windowless = 'chromium-headless-shell';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** As root Chromium needs these; they also keep it from calling home where there is no network. */
const rootArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How Playwright is to launch Chromium here: its own build if present, else the system's. */
export function launchOptions(): LaunchOptions {
  return launching(
    isPlaywrightsThere() ? {} : { executablePath: chromiumOnSystem(windowless, ...names) },
  );
}

/** The same, but with everything that a user's browser has, settings for third parties included. */
export function wholeBrowserOptions(): LaunchOptions {
  return launching(
    isPlaywrightsThere() ? { channel: 'chromium' } : { executablePath: chromiumOnSystem(...names) },
  );
}

function launching(how: { channel?: string; executablePath?: string | undefined }): LaunchOptions {
  const { channel, executablePath } = how;
  return {
    args: process.getuid?.() === 0 ? rootArguments : [],
    ...(channel ? { channel } : {}),
    ...(executablePath ? { executablePath } : {}),
  };
}

function isPlaywrightsThere(): boolean {
  return existsSync(chromium.executablePath());
}

/** @returns where the first of these programs is */
export function onSystem(...candidates: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = candidates.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path));
}

function chromiumOnSystem(...candidates: string[]): string | undefined {
  return onSystem(...candidates) ?? (existsSync(onMac) ? onMac : undefined);
}

function hasBrowser(): boolean {
  return isPlaywrightsThere() || chromiumOnSystem(...names) !== undefined;
}

function run(command: string, ...options: string[]): boolean {
  console.log(`> ${command} ${options.join(' ')}`);
  return spawnSync(command, options, { stdio: 'inherit' }).status === 0;
}

/**
 * Makes sure that there is a Chromium: Playwright's own, one on the system, or else one that it
 * installs, from Playwright or, on Debian as root, from Debian.
 * @throws Error that says what to do when none of that works
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
