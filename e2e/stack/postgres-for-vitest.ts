import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the database `postgres`, from which tests make their own. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for all unit tests of a run. @returns what ends it */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.stop;
}
