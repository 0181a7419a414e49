import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Open on purpose: BigCommerce's callbacks, which a signed payload or code guards, and health. */
const open = ['auth', 'load', 'uninstall', 'remove_user', 'healthz', 'readyz'];

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export interface GuardedRoute {
  method: string;
  path: string;
}

/** Every route handler in the source that must ask for a session, with each method it exports. */
export function guardedRoutes(): GuardedRoute[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)route\.ts$/.test(file))
    .map((file) => ({ file, route: file.replace(/\/?route\.ts$/, '') }))
    .filter(({ route }) => !open.includes(route))
    .flatMap(({ file, route }) => {
      const source = readFileSync(join('app', file), 'utf8');
      const exported = methods.filter((method) =>
        new RegExp(`export (async )?(const|function) ${method}\\b`).test(source),
      );
      const path = `/${route.replace(/\[[^\]]+\]/g, 'x')}`;
      return exported.map((method) => ({ method, path }));
    });
}
