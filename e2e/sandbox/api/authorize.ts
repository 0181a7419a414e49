import { createMiddleware } from 'hono/factory';
import type { Sandbox } from '../sandbox.ts';
import type { ApiEnv } from './api-env.ts';
import { problem } from './problem.ts';

/** Opens the store in the path if `X-Auth-Token` is that store's living token. */
export function authenticate(sandbox: Sandbox) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const store = sandbox.stores.get(c.req.param('hash') ?? '');
    const installation = store?.installation;
    const token = c.req.header('x-auth-token');
    if (!store || !installation?.live || token !== installation.accessToken) {
      return problem(
        c,
        401,
        'Unauthorized: the access token is missing, unknown or no longer valid',
      );
    }
    c.set('store', store);
    c.set('scopes', installation.scopes);
    return next();
  });
}

/** Lets requests pass whose token has the scope; reading is also allowed to its read-only form. */
export function requireScope(scope: string) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const sufficient = c.req.method === 'GET' ? [scope, `${scope}_read_only`] : [scope];
    return sufficient.some((name) => c.get('scopes').includes(name)) ? next() : forbidden(c);
  });
}

/** Lets requests pass whose token has the scope itself, for reads that ask for more than reading. */
export function requireModifyScope(scope: string) {
  return createMiddleware<ApiEnv>(async (c, next) =>
    c.get('scopes').includes(scope) ? next() : forbidden(c),
  );
}

/** Refuses stores whose plan does not include customer segmentation. */
export function requireSegmentation(sandbox: Sandbox) {
  return createMiddleware<ApiEnv>(async (c, next) =>
    sandbox.settings.segmentation
      ? next()
      : problem(c, 403, 'Customer segmentation is not available on your plan'),
  );
}

function forbidden(c: Parameters<typeof problem>[0]): Response {
  return problem(c, 403, "You don't have a required scope to access the endpoint");
}
