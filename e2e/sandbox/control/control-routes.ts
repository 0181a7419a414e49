import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { faultRuleSchema } from '../faults/fault-rules.ts';
import {
  authUrl,
  install,
  issueCode,
  loadUrl,
  removeUser,
  uninstall,
} from '../login/installation.ts';
import { payloadClaims, signPayload } from '../login/issue-payload.ts';
import { loginBehaviorSchema } from '../login/login-behavior.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Store, usersOf } from '../sandbox-store.ts';
import { plainStore } from '../seed/plain-store.ts';
import * as requests from './control-requests.ts';
import { localOnly } from './local-only.ts';
import { replaceSegments } from './replace-segments.ts';
import { deleteCustomer, replaceCustomers, replaceMembers } from './replace-shoppers.ts';
import { storeShoppers, storeState } from './store-snapshot.ts';

/** The control interface, mounted at `/_sandbox`. `SandboxControl` is its client. */
export function createControl(sandbox: Sandbox) {
  const control = new Hono();
  control.use(localOnly);

  control.get('/log', (c) => c.json(sandbox.log.entries()));
  control.delete('/log', (c) => {
    sandbox.log.clear();
    return c.body(null, 204);
  });
  control.post('/reset', (c) => {
    sandbox.reset();
    return c.body(null, 204);
  });
  control.post('/settings', async (c) => {
    sandbox.change(requests.settingsRequest.parse(await c.req.json()));
    return c.json(sandbox.settings);
  });
  control.post('/login', async (c) => {
    sandbox.login = loginBehaviorSchema.parse(await c.req.json());
    return c.body(null, 204);
  });
  control.post('/app', async (c) => {
    sandbox.app.url = requests.appRequest.parse(await c.req.json()).appUrl.replace(/\/$/, '');
    return c.body(null, 204);
  });
  control.post('/faults', async (c) => {
    sandbox.faults.add(faultRuleSchema.parse(await c.req.json()));
    return c.body(null, 204);
  });
  control.delete('/faults', (c) => {
    sandbox.faults.clear();
    return c.body(null, 204);
  });

  control.get('/state/:hash', (c) => c.json(storeState(findStore(sandbox, c.req.param('hash')))));
  control.post('/stores', async (c) => {
    const { storeHash, staff } = requests.newStoreRequest.parse(await c.req.json());
    if (sandbox.stores.has(storeHash)) {
      throw new HTTPException(409, { message: `Store ${storeHash} already exists` });
    }
    const store = plainStore(storeHash, staff);
    sandbox.stores.set(storeHash, store);
    return c.json(storeState(store));
  });
  control.post('/segments/:hash', async (c) => {
    const request = requests.segmentsRequest.parse(await c.req.json());
    return c.json(replaceSegments(findStore(sandbox, c.req.param('hash')), request));
  });

  control.get('/shoppers/:hash', (c) =>
    c.json(storeShoppers(findStore(sandbox, c.req.param('hash')))),
  );
  control.post('/customers/:hash', async (c) => {
    const request = requests.customersRequest.parse(await c.req.json());
    replaceCustomers(findStore(sandbox, c.req.param('hash')), request);
    return c.body(null, 204);
  });
  control.delete('/customers/:hash/:id', (c) => {
    const { hash, id } = c.req.param();
    deleteCustomer(findStore(sandbox, hash), Number(id));
    return c.body(null, 204);
  });
  control.post('/members/:hash', async (c) => {
    const { segmentId, count } = requests.membersRequest.parse(await c.req.json());
    replaceMembers(findStore(sandbox, c.req.param('hash')), segmentId, count);
    return c.body(null, 204);
  });

  control.post('/install', async (c) => {
    const { storeHash, scopes } = requests.installRequest.parse(await c.req.json());
    const accessToken = install(findStore(sandbox, storeHash), scopes ?? sandbox.settings.scopes);
    return c.json({ accessToken });
  });
  control.post('/install-url', async (c) => {
    const { external, ...request } = requests.installUrlRequest.parse(await c.req.json());
    const { store, user } = findUser(sandbox, request);
    const url = authUrl(sandbox, store, issueCode(sandbox, store, user));
    return c.json({ url: external ? `${url}&external_install=true` : url });
  });
  control.post('/load-url', async (c) => {
    const { deepLink, ...request } = requests.loadRequest.parse(await c.req.json());
    const { store, user } = findUser(sandbox, request);
    return c.json({ url: await loadUrl(sandbox, store, user, deepLink) });
  });
  control.post('/uninstall', async (c) => {
    const { storeHash } = requests.storeRequest.parse(await c.req.json());
    await uninstall(sandbox, findStore(sandbox, storeHash));
    return c.body(null, 204);
  });
  control.post('/remove-user', async (c) => {
    const { store, user } = findUser(sandbox, requests.userRequest.parse(await c.req.json()));
    if (user === store.owner)
      throw new HTTPException(400, { message: 'The owner cannot be removed' });
    await removeUser(sandbox, store, user);
    return c.body(null, 204);
  });
  control.post('/revoke-token', async (c) => {
    const { storeHash } = requests.storeRequest.parse(await c.req.json());
    const { installation } = findStore(sandbox, storeHash);
    if (installation) installation.live = false;
    return c.body(null, 204);
  });
  control.post('/payload', async (c) => {
    const { storeHash, userId, claims, omit, ...signature } = requests.payloadRequest.parse(
      await c.req.json(),
    );
    const store = findStore(sandbox, storeHash ?? [...sandbox.stores.keys()][0] ?? '');
    const { user } = findUser(sandbox, { storeHash: store.hash, userId: userId ?? store.owner.id });
    const all = { ...payloadClaims(sandbox.app, store, user), ...claims };
    const kept = Object.entries(all).filter(([name]) => !omit.includes(name));
    const jwt = await signPayload(Object.fromEntries(kept), sandbox.app.clientSecret, signature);
    return c.json({ jwt });
  });

  control.onError((error, c) =>
    error instanceof HTTPException ? error.getResponse() : c.json({ error: error.message }, 400),
  );
  return control;
}

function findStore(sandbox: Sandbox, hash: string): Store {
  const store = sandbox.stores.get(hash);
  if (!store) throw new HTTPException(404, { message: `No store ${hash}` });
  return store;
}

function findUser(sandbox: Sandbox, { storeHash, userId }: { storeHash: string; userId: number }) {
  const store = findStore(sandbox, storeHash);
  const user = usersOf(store).find(({ id }) => id === userId);
  if (!user) throw new HTTPException(404, { message: `No user ${userId} in store ${storeHash}` });
  return { store, user };
}
