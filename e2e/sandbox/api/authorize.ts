import { createMiddleware } from 'hono/factory';
import type { Sandbox } from '../sandbox.ts';
import type { ApiEnv } from './api-env.ts';
import { problem } from './problem.ts';

/** Sets the store in the path for the request if `X-Auth-Token` is that store's valid token. */
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
    c.set('scopes', sandbox.settings.reducedScopes ?? installation.scopes);
    return next();
  });
}

/** Lets a request pass if its token has the scope; to read, the `_read_only` scope is enough. */
export function requireScope(scope: string) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const sufficient = c.req.method === 'GET' ? [scope, `${scope}_read_only`] : [scope];
    return sufficient.some((name) => c.get('scopes').includes(name)) ? next() : forbidden(c);
  });
}

/** Lets a request pass only with the scope itself: some reads are refused to `_read_only` too. */
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
