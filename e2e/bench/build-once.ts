import { buildApp } from '../stack/build.ts';

let isBuilt: boolean | undefined;

/** Builds the app for all parts of one run. @throws Error each time, if the one build failed */
export function buildOnce(): void {
  isBuilt ??= buildApp();
  if (!isBuilt) throw new Error('the app could not be built');
}
