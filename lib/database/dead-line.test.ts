import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { testSettings } from '../testing/test-database.ts';
import { openDatabase } from './database.ts';

/** A connection to the server that can go dead: data is then neither delivered nor refused. */
async function startLine(to: URL) {
  const lines: Socket[] = [];
  const sockets: Socket[] = [];
  const server = createServer((here) => {
    const there = connect(Number(to.port), to.hostname);
    for (const socket of [here, there]) socket.on('error', () => {});
    here.pipe(there).pipe(here);
    lines.push(here);
    sockets.push(here, there);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = new URL(to);
  url.hostname = '127.0.0.1';
  url.port = typeof address === 'object' ? String(address?.port) : '';
  return {
    url: url.href,
    /** How many connections have been opened. */
    count: () => lines.length,
    goDead: () => {
      for (const line of lines) line.unpipe();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

test('a connection whose query timed out on a dead line leaves the pool', async () => {
  const line = await startLine(new URL(inject('postgresUrl')));
  const db = openDatabase({ ...testSettings(line.url), poolSize: 1, statementTimeout: 1 });
  const ask = async (text: string) => (await sql`select ${text} as text`.execute(db)).rows;
  expect(await ask('first')).toEqual([{ text: 'first' }]);
  line.goDead();
  await expect(ask('lost')).rejects.toMatchObject({
    name: 'DatabaseUnavailableError',
    message: expect.stringContaining('timeout'),
  });
  expect(await ask('second')).toEqual([{ text: 'second' }]);
  expect(line.count()).toBe(2);
  await db.destroy();
  await line.stop();
});
