import { expect, test } from '@playwright/test';
import { addressIn } from '../../lib/screens/screens.ts';
import { SandboxControl } from '../sandbox/control-client.ts';
import { startStack } from '../stack/stack.ts';
import { AppClient } from '../support/app-client.ts';
import { Collector } from '../support/collector.ts';
import { Stores } from '../support/known-stores.ts';
import { linkTo } from '../support/link-to.ts';
import { actionResult, serverAction } from '../support/server-actions.ts';

/** Opens the app and creates a segment, in an app that reports to a collector. */
async function createSegment(env: (endpoint: string) => Record<string, string>) {
  const collector = new Collector();
  const stack = await startStack({ env: env(await collector.start()) });
  const sandbox = new SandboxControl(stack.sandboxUrl);
  const app = new AppClient(stack);
  const stores = new Stores(sandbox, app);
  await stores.install('bramble');
  const { token, user } = await stores.open('bramble');
  const hash = stores.hash('bramble');
  await sandbox.clearLog();
  const input = { name: 'Very private name', description: '' };
  const answer = await app.action(
    serverAction('createSegment'),
    addressIn(hash, linkTo.segments({ q: 'private-search' })),
    [token, input],
    undefined,
    { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` },
  );
  expect(actionResult(await answer.text())).toMatchObject({ ok: true });
  await (await app.segments('A'.repeat(43))).text();
  await (await app.send('DELETE', '/api/session', { authorization: `Bearer ${token}` })).text();
  const sent = await sandbox.log();
  const accessToken = (await sandbox.state(hash)).installation?.accessToken ?? '';
  // The app sends what it has collected when it stops.
  await stack.stop();
  await collector.stop();
  return { collector, sent, stack, secrets: [token, accessToken, user.email], hash };
}

test('a trace leads from the request through the action to each call of BigCommerce', async () => {
  const { collector, sent, stack, secrets, hash } = await createSegment((endpoint) => ({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-team=segments',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  }));
  const trace = collector.spans.filter(({ traceId }) => traceId === 'ab'.repeat(16));
  const parentOf = (child: (typeof trace)[number] | undefined) =>
    trace.find(({ spanId }) => spanId === child?.parentSpanId);
  const action = trace.find(({ name }) => name === 'action createSegment');
  const calls = trace.filter(({ attributes }) => 'url.template' in attributes);
  expect(calls.map(({ name }) => name)).toEqual(
    sent.map(({ method, path }) => `${method} /v3/${path.split(/[/?]/)[4]}`),
  );
  expect(calls.length).toBeGreaterThan(0);
  for (const call of calls) {
    expect(parentOf(call)).toBe(action);
    expect(call.attributes).toMatchObject({ 'app.store_hash': hash, 'bigcommerce.attempt': 1 });
  }
  const requestIds = new Set(sent.map(({ headers }) => headers['x-correlation-id']));
  expect([...requestIds]).toEqual([action?.attributes['app.request_id']]);
  let root = action;
  for (let parent = parentOf(root); parent; parent = parentOf(root)) root = parent;
  expect(root).toMatchObject({ name: 'POST', parentSpanId: 'cd'.repeat(8) });
  expect(parentOf(action)).toMatchObject({
    name: 'POST /stores/[storeHash]/segments',
    attributes: { 'http.status_code': 200 },
  });

  expect(collector.headers[0]).toMatchObject({ 'x-team': 'segments' });
  expect(collector.resources[0]).toMatchObject({
    'service.name': 'customer-segments',
    'deployment.environment.name': 'test',
  });
  const unwanted = [...secrets, stack.clientSecret, 'private', 'eyJ', 'launch=', '?'];
  for (const text of unwanted) expect(collector.text).not.toContain(text);
});

test('there are metrics of requests, of calls of BigCommerce, of waits and of sessions', async () => {
  const { collector } = await createSegment((endpoint) => ({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_SERVICE_NAME: 'segments-eu',
  }));
  expect(collector.resources[0]).toMatchObject({ 'service.name': 'segments-eu' });
  const of = (name: string) => collector.metrics.get(name);
  expect(of('http.server.request.duration')).toEqual(
    expect.arrayContaining([
      { 'http.route': '/auth', 'http.response.status_code': 303 },
      { 'http.route': '/load', 'http.response.status_code': 303 },
      {
        'http.route': addressIn('[storeHash]', linkTo.segments()),
        'http.response.status_code': 200,
      },
      { 'http.route': 'action createSegment', 'http.response.status_code': 200 },
      { 'http.route': 'GET /api/segments', 'http.response.status_code': 401 },
    ]),
  );
  expect(of('http.client.request.duration')).toEqual(
    expect.arrayContaining([
      {
        'http.request.method': 'POST',
        'url.template': '/oauth2/token',
        'http.response.status_code': 200,
      },
      {
        'http.request.method': 'POST',
        'url.template': '/v3/segments',
        'http.response.status_code': 201,
      },
    ]),
  );
  expect(of('bigcommerce.limiter.wait.duration')).toEqual([{}]);
  expect(of('app.sessions')).toEqual([
    { event: 'started' },
    { event: 'refused' },
    { event: 'logged-out' },
  ]);
});

test('without an endpoint, or disabled, nothing is sent', async () => {
  const { collector } = await createSegment((endpoint) => ({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_SDK_DISABLED: 'true',
  }));
  expect(collector.text).toBe('');
});
