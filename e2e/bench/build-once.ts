import { buildApp } from '../stack/build.ts';

let isBuilt: Promise<boolean> | undefined;

/** Builds the app once for all parts of a run. @throws Error on every call if that build failed */
export async function buildOnce(): Promise<void> {
  isBuilt ??= buildApp();
  if (!(await isBuilt)) throw new Error('the app could not be built');
}
