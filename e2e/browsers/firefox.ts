import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startProcess, untilReady } from '../stack/process.ts';
import { Marionette } from './marionette.ts';
import type { Driver } from './web-driver.ts';

export interface Firefox extends Driver {
  /** The pages' errors so far, including violations of their Content-Security-Policy. */
  errors(): Promise<string[]>;
}

/** Runs headless Firefox with a profile of its own until `use` is done. */
export async function withFirefox(
  command: string,
  preferences: Record<string, string | number | boolean>,
  use: (firefox: Firefox) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'customer-segments-firefox-'));
  const settings = Object.entries({ ...preferences, 'marionette.port': 0 });
  const lines = settings.map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  await writeFile(join(folder, 'user.js'), lines.join('\n'));
  const server = startProcess({
    command,
    args: ['-headless', '-no-remote', '-profile', folder, '-marionette', consoleAccess],
    env: { HOME: folder },
  });
  try {
    const portFile = join(folder, 'MarionetteActivePort');
    const port = await untilReady(
      server,
      async () => Number(await readFile(portFile)) || undefined,
    );
    const marionette = await Marionette.connect(port);
    await marionette.send('WebDriver:NewSession');
    await use({
      send: (name, parameters) => marionette.send(`WebDriver:${name}`, parameters),
      errors: () => errorsOfPages(marionette),
    });
    marionette.close();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const consoleAccess = '-remote-allow-system-access';

async function errorsOfPages(marionette: Marionette): Promise<string[]> {
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  const errors = await marionette.send('WebDriver:ExecuteScript', { args: [], script: logged });
  await marionette.send('Marionette:SetContext', { value: 'content' });
  return z.array(z.string()).parse(errors);
}

/** Runs in Firefox itself: reads the errors of web pages, without warnings (which have a flag). */
const logged = `
  return Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter(({ flags, sourceName }) => flags === 0 && sourceName.startsWith('http'))
    .map(({ errorMessage, sourceName }) => errorMessage + ' (' + sourceName + ')');
`;
