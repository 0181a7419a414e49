import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../api/api-env.ts';
import { recordRequest } from '../api/record-request.ts';
import { addLatency } from '../api/request-limits.ts';
import { injectFaults } from '../faults/fault-middleware.ts';
import type { Sandbox } from '../sandbox.ts';
import { usersOf } from '../sandbox-store.ts';
import { install } from './installation.ts';

const requestSchema = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  code: z.string(),
  context: z.string(),
  scope: z.string(),
  grant_type: z.string(),
  redirect_uri: z.string(),
});

/** A registered app of another developer; no code is ever issued for it. */
export const otherClient = { clientId: 'another-app', clientSecret: 'secret-of-another-app' };

/** `POST /oauth2/token`: exchanges an authorization code for a token, with the errors of RFC 6749 §5.2. */
export function createLogin(sandbox: Sandbox) {
  const login = new Hono<ApiEnv>();
  login.use(recordRequest(sandbox, 'login'), addLatency(sandbox), injectFaults(sandbox));
  login.post('/token', async (c) => {
    const fields = requestSchema.safeParse(await readFields(c));
    c.header('Cache-Control', 'no-store');
    return fields.success
      ? exchange(c, sandbox, fields.data)
      : c.json({ error: 'invalid_request' }, 400);
  });
  return login;
}

function exchange(
  c: Context,
  { app, codes, stores, login }: Sandbox,
  request: z.infer<typeof requestSchema>,
) {
  const isKnown = [app, otherClient].some(
    ({ clientId, clientSecret }) =>
      request.client_id === clientId && request.client_secret === clientSecret,
  );
  if (!isKnown) return c.json({ error: 'invalid_client' }, 401);
  if (request.grant_type !== 'authorization_code') {
    return c.json({ error: 'unsupported_grant_type' }, 400);
  }
  const grant = codes.find(request.code);
  const store = grant && stores.get(grant.storeHash);
  const user = store && usersOf(store).find(({ id }) => id === grant.userId);
  if (
    !user ||
    grant.clientId !== request.client_id ||
    request.redirect_uri !== `${app.url}/auth` ||
    request.context !== `stores/${store.hash}`
  ) {
    return c.json({ error: 'invalid_grant' }, 400);
  }
  if (!sameScopes(request.scope, grant.scopes)) return c.json({ error: 'invalid_scope' }, 400);

  codes.spend(request.code);
  const scopes = login.scope?.split(' ') ?? grant.scopes;
  const person = ({ id, email, name }: typeof user) => ({ id, username: name, email });
  return c.json({
    access_token: install(store, scopes),
    scope: scopes.join(' '),
    user: person(user),
    owner: person(store.owner),
    context: login.context ?? `stores/${store.hash}`,
    account_uuid: login.accountUuid ?? store.accountUuid,
  });
}

async function readFields(c: Context): Promise<unknown> {
  const body = await c.req.text();
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function sameScopes(asked: string, granted: readonly string[]): boolean {
  return asked.split(' ').toSorted().join(' ') === granted.toSorted().join(' ');
}
