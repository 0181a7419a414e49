import { startInstalledApp } from './installed-app.ts';
import { compareLatency, residentMemory, sendMany } from './server.ts';
import { type Add, megabytes } from './units.ts';

/** What the server needs, and what it adds to BigCommerce's own time. */
export async function measureServer(add: Add): Promise<string> {
  const { stack, app, tokens, list } = await startInstalledApp();
  try {
    const memory = () => residentMemory(stack.app.process.pid);
    const atStart = memory();
    const straight = () =>
      fetch(list.url, { headers: { 'x-auth-token': list.token, accept: 'application/json' } });
    let sent = 0;
    const throughApp = () => app.segments(tokens[sent++ % tokens.length] ?? '');
    await sendMany(500, throughApp);
    const [direct = 0, through = 0] = await compareLatency(300, [straight, throughApp]);
    const warm = memory();
    await sendMany(5_000, throughApp);
    const after = memory();

    add('server memory after start', megabytes(atStart), '≤ 220 MB');
    add(
      'server memory after 5,000 lists',
      `${megabytes(after)} (${percent(after, atStart)} over the start, ${percent(after, warm)} over the level after 500)`,
      '≤ 220 MB, ≤ 10 % growth',
    );
    add('list of 240, straight from the API', `${direct.toFixed(1)} ms`);
    add(
      'list of 240, through the app',
      `${through.toFixed(1)} ms (+${(through - direct).toFixed(1)} ms)`,
      '≤ +5 ms',
    );
    return 'Server: one process, no API latency, ten requests at once (latency: one, after 500 lists), medians.';
  } finally {
    await stack.stop();
  }
}

function percent(after: number, before: number): string {
  return `${(((after - before) / before) * 100).toFixed(1)} %`;
}
