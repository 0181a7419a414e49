import { residentMemory } from '../stack/resident-memory.ts';
import { startInstalledApp } from './installed-app.ts';
import type { Part } from './run-parts.ts';
import { compareLatency, sendMany } from './server.ts';
import { atMost } from './target.ts';
import { addedMilliseconds, megabytes, percent } from './units.ts';

const memoryLimit = 220e6;

/** The server's memory, and the time that it adds to BigCommerce's own. */
export const serverPart: Part = {
  conditions:
    'Server: one process, no API latency; lists are read ten at a time for the memory, and one at a time, after 500 lists, for the time; medians.',
  async measure(add) {
    const { stack, app, tokens, list } = await startInstalledApp();
    try {
      const memory = () => residentMemory(stack.app.process.pid);
      const atStart = memory();
      add('server memory after start', megabytes(atStart), atMost(atStart, memoryLimit, megabytes));
      const straight = () =>
        fetch(list.url, { headers: { 'x-auth-token': list.token, accept: 'application/json' } });
      let sent = 0;
      const throughApp = () => app.segments(tokens[sent++ % tokens.length] ?? '');
      await sendMany(500, throughApp);
      const [direct = 0, through = 0] = await compareLatency(300, [straight, throughApp]);
      const warm = memory();
      await sendMany(5_000, throughApp);
      const after = memory();

      const growth = after / warm - 1;
      add(
        'server memory after 5,000 lists',
        `${megabytes(after)} (${overStart(after / atStart - 1)}, ${overWarm(growth)})`,
        atMost(after, memoryLimit, megabytes),
        atMost(growth, 0.1, overWarm),
      );
      add('list of 240, straight from the API', `${direct.toFixed(1)} ms`);
      const added = through - direct;
      add(
        'list of 240, through the app',
        `${through.toFixed(1)} ms (${addedMilliseconds(added)})`,
        atMost(added, 5, addedMilliseconds),
      );
    } finally {
      await stack.stop();
    }
  },
};

const overStart = percent('over the start');
const overWarm = percent('over the level after 500');
