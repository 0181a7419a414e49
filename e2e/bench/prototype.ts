import { spawnSync } from 'node:child_process';
import type { Browser } from '@playwright/test';
import { freePort, startProcess, untilReady } from '../stack/process.ts';
import { measureOpening, type Opening } from './opening.ts';

const folder = 'e2e/bench/prototype';
const next = 'node_modules/next/dist/bin/next';

/** Builds and opens a minimal page with the same rows: the baseline for this machine. */
export async function measurePrototype(
  browser: Browser,
  list: { url: string; token: string },
  visits: number,
): Promise<{ cold: Opening; warm: Opening }> {
  if (spawnSync(process.execPath, [next, 'build', folder], { stdio: 'inherit' }).status !== 0) {
    throw new Error('the prototype could not be built');
  }
  const port = await freePort();
  const url = `http://localhost:${port}/`;
  const server = startProcess({
    command: process.execPath,
    args: [next, 'start', folder, '--port', String(port), '--hostname', '127.0.0.1'],
    env: { LIST_URL: list.url, LIST_TOKEN: list.token, NEXT_TELEMETRY_DISABLED: '1' },
  });
  try {
    await untilReady(server, async () => ((await fetch(url)).ok ? true : undefined));
    const options = { browser, address: async () => url, row: 'tbody tr', visits };
    const measure = (warm: boolean) => measureOpening({ ...options, searchField: undefined, warm });
    return { cold: await measure(false), warm: await measure(true) };
  } finally {
    await server.stop();
  }
}
