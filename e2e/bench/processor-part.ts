import { residentMemory } from '../stack/resident-memory.ts';
import { type InstalledApp, startInstalledApp } from './installed-app.ts';
import { processorTime } from './processor-time.ts';
import type { Part } from './run-parts.ts';
import { atMost } from './target.ts';
import { megabytes, percent } from './units.ts';

const openings = 100;
const rounds = 3;

/** The processor time that the server spends on an opening, and the memory that openings leave. */
export const processorPart: Part = {
  conditions: `Processor: openings of the list by browsers with an empty cache, one at a time: launch, page, its files, and the list; no API latency; ${rounds} rounds of ${openings}, after ${openings} others. Linux only.`,
  async measure(add) {
    const installed = await startInstalledApp();
    try {
      await open(installed);
      const level = residentMemory(installed.stack.app.process.pid);
      const spent = { entry: 0, files: 0, list: 0 };
      for (let round = 0; round < rounds; round += 1) {
        const { entry, files, list } = await open(installed);
        spent.entry += entry / rounds;
        spent.files += files / rounds;
        spent.list += list / rounds;
      }
      const memory = residentMemory(installed.stack.app.process.pid);
      const all = spent.entry + spent.files + spent.list;
      add('processor time of an opening', ms(all), atMost(all, 20, ms));
      add('of that, launch and page', ms(spent.entry), atMost(spent.entry, 12, ms));
      add('of that, the files of the page', ms(spent.files));
      add('of that, the list', ms(spent.list));
      const growth = memory / level - 1;
      add(
        `server memory after ${(rounds + 1) * openings} openings`,
        `${megabytes(memory)} (${overLevel(growth)})`,
        atMost(growth, 0.1, overLevel),
      );
    } finally {
      await installed.stack.stop();
    }
  },
};

const ms = (value: number) => `${value.toFixed(1)} ms`;
const overLevel = percent(`over the level after ${openings}`);

/** @returns milliseconds of processor time for each part of one opening */
async function open({ stack, app, address }: InstalledApp) {
  const before = processorTime(stack.app.process.pid);
  const pages: string[] = [];
  for (let sent = 0; sent < openings; sent += 1) {
    const launch = (await app.get(await address())).headers.get('location') ?? '';
    pages.push(await (await app.get(launch)).text());
  }
  const entered = processorTime(stack.app.process.pid);
  const files = new Set(pages[0]?.match(/\/_next\/static\/[^"\\]+\.(js|css|woff2)/g));
  for (let sent = 0; sent < openings; sent += 1) {
    for (const file of files) await (await app.get(file)).arrayBuffer();
  }
  const loaded = processorTime(stack.app.process.pid);
  for (const page of pages) {
    const token = page.match(/"token\\?":\\?"([\w-]{43})/)?.[1] ?? '';
    const response = await app.segments(token);
    if (!response.ok) throw new Error(`a list was answered with ${response.status}`);
    await response.arrayBuffer();
  }
  const listed = processorTime(stack.app.process.pid);
  return {
    entry: (entered - before) / openings,
    files: (loaded - entered) / openings,
    list: (listed - loaded) / openings,
  };
}
