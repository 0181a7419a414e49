import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Open on purpose: BigCommerce's callbacks, which a signed payload or code guards, and health. */
const open = ['/auth', '/load', '/uninstall', '/remove_user', '/healthz', '/readyz'];

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export interface GuardedRoute {
  method: string;
  path: string;
}

const manifest = z.record(z.string(), z.string());

/**
 * Every route handler of the production build that must ask for a session, with each method: those
 * that it does not have are answered with 405.
 */
export function guardedRoutes(): GuardedRoute[] {
  return guardedPaths()
    .map((path) => path.replace(/\[[^\]]+\]+/g, 'x'))
    .flatMap((path) => methods.map((method) => ({ method, path })));
}

/** Their paths as the source has them: `/api/segments/[segmentId]`. */
export function guardedPaths(): string[] {
  const routes = manifest.parse(
    JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')),
  );
  return Object.entries(routes)
    .filter(([source, path]) => source.endsWith('/route') && !open.includes(path))
    .map(([, path]) => path);
}
