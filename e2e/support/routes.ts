import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Routes without a session: the icon, health, and callbacks, which a signed payload or a code guards. */
const open = ['/icon.svg', '/auth', '/load', '/uninstall', '/remove_user', '/healthz', '/readyz'];

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export interface GuardedRoute {
  method: string;
  path: string;
}

const manifest = z.record(z.string(), z.string());

/**
 * Every route of the production build that requires a session, with each method. A route answers
 * 405 to the methods that it lacks.
 */
export function guardedRoutes(): GuardedRoute[] {
  return guardedPaths()
    .map((path) => path.replace(/\[[^\]]+\]+/g, 'x'))
    .flatMap((path) => methods.map((method) => ({ method, path })));
}

/** The paths of these routes as the source has them, such as `/api/segments/[segmentId]`. */
export function guardedPaths(): string[] {
  const routes = manifest.parse(
    JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')),
  );
  return Object.entries(routes)
    .filter(([source, path]) => source.endsWith('/route') && !open.includes(path))
    .map(([, path]) => path);
}
