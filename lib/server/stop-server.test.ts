import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { InFlight } from './in-flight.ts';
import { stopServer } from './stop-server.ts';

/** A server whose requests end when the test ends them. */
async function start() {
  const requests = new InFlight();
  const begun: { response: ServerResponse; endHandling: () => void; end: () => void }[] = [];
  const server = createServer((_request, response) => {
    const handling = Promise.withResolvers<void>();
    requests.add(response, handling.promise);
    begun.push({
      response,
      endHandling: handling.resolve,
      end() {
        response.end('done');
        handling.resolve();
      },
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  const ask = async () => {
    const [response]: IncomingMessage[] = await once(
      get({ port, agent: false, headers: { connection: 'keep-alive' } }),
      'response',
    );
    return {
      connection: response?.headers.connection,
      text: (await response?.toArray())?.join(''),
    };
  };
  return { server, requests, begun, ask };
}

const servers: Awaited<ReturnType<typeof start>>[] = [];
afterEach(() => {
  for (const { server } of servers.splice(0)) server.closeAllConnections();
});

async function running() {
  const app = await start();
  servers.push(app);
  return app;
}

/**
 * Lets callbacks that are due happen. Timers go off in their order, so a delay of 0 is over by
 * then.
 */
async function someTicks(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2));
  for (let tick = 0; tick < 10; tick += 1) await new Promise(setImmediate);
}

test('accepts requests until those in flight are finished, then waits for the rest', async () => {
  const { server, requests, begun, ask } = await running();
  const first = ask();
  await expect.poll(() => begun.length).toBe(1);
  const stopped = stopServer(server, requests, { delay: 0, grace: 60_000 });
  const second = ask();
  await expect.poll(() => begun.length).toBe(2);
  begun[0]?.end();
  expect(await first).toEqual({ connection: 'close', text: 'done' });
  await expect.poll(() => server.listening).toBe(false);
  await expect(ask()).rejects.toThrow('ECONNREFUSED');
  begun[1]?.end();
  expect(await second).toEqual({ connection: 'close', text: 'done' });
  expect(await stopped).toBe(0);
});

test('accepts requests until the delay is over, also when none is in flight', async () => {
  const { server, requests } = await running();
  const stopped = stopServer(server, requests, { delay: 1_000, grace: 60_000 });
  await someTicks();
  expect(server.listening).toBe(true);
  expect(await stopped).toBe(0);
  expect(server.listening).toBe(false);
});

test('waits for an answer that has not left yet when its handler is done', async () => {
  const { server, requests, begun, ask } = await running();
  const answer = ask();
  await expect.poll(() => begun.length).toBe(1);
  const stopped = stopServer(server, requests, { delay: 0, grace: 60_000 });
  begun[0]?.endHandling();
  await someTicks();
  expect(server.listening).toBe(true);
  begun[0]?.end();
  expect(await answer).toMatchObject({ text: 'done' });
  expect(await stopped).toBe(0);
});

test('cuts off requests that take too long', async () => {
  const { server, requests, begun, ask } = await running();
  const answer = ask();
  answer.catch(() => {});
  await expect.poll(() => begun.length).toBe(1);
  expect(await stopServer(server, requests, { delay: 0, grace: 50 })).toBe(1);
  await expect(answer).rejects.toThrow('socket hang up');
});

test('waits for work whose browser has gone away, before the stop or after it', async () => {
  const { server, requests, begun, ask } = await running();
  const askAndLeave = async (at: number) => {
    const answer = ask();
    answer.catch(() => {});
    await expect.poll(() => begun.length).toBe(at + 1);
    begun[at]?.response.destroy();
    await expect(answer).rejects.toThrow();
  };
  await askAndLeave(0);
  let stopped = false;
  const stopping = stopServer(server, requests, { delay: 0, grace: 60_000 }).finally(() => {
    stopped = true;
  });
  // Accepted, because the first request's work goes on.
  await askAndLeave(1);
  const closed = once(server, 'close');
  begun[0]?.end();
  // From here on, only the second request's work keeps the server from stopping.
  await closed;
  await someTicks();
  expect(stopped).toBe(false);
  begun[1]?.end();
  expect(await stopping).toBe(0);
});
