import { buildApp } from '../stack/build.ts';

let isBuilt: boolean | undefined;

/** Builds the app once for all parts of a run. @throws Error on every call if that build failed */
export function buildOnce(): void {
  isBuilt ??= buildApp();
  if (!isBuilt) throw new Error('the app could not be built');
}
