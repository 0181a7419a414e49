import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { addressIn } from '../../lib/screens/screens.ts';
import { SandboxControl } from '../sandbox/control-client.ts';
import { startPostgres } from '../stack/postgres-server.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { actionInputs, readableAddresses } from '../support/addresses.ts';
import { AppClient } from '../support/app-client.ts';
import { Stores } from '../support/known-stores.ts';
import { linkTo } from '../support/link-to.ts';
import { type RawRequest, rawRequest } from '../support/raw-request.ts';
import { serverAction, serverActions } from '../support/server-actions.ts';
import { claims, sign } from '../support/sign-payload.ts';

/** In an address: malformed escapes, escapes of bytes and characters, and bytes as they are. */
const inAddress = [
  ...['%00', '%0d%0ax: y', '%7f', '%ff', '%ed%a0%80', '%f4%90%80%80', '%c0%80', '%', '%zz'],
  ...['%u0000', '%25%30%30', '%2f..%2f..', '%5c', '%2e%2e', '..', '//', '\\', '\x00', '\t', ' '],
  ...['\x7f', '\x80', '\xff', '\xed\xa0\x80', '[', '{', '|', '%F0%9F%92%A9', '__proto__'],
  ...['constructor', 'a'.repeat(7_000), '%00'.repeat(2_000)],
];

const inHeader = [
  ...['', '\t', '\x80', '\xed\xa0\x80', '\x7f', '%00', '%zz', '%ED%A0%80', '[', '{', '"', ',', ';'],
  ...['/', '\\', '::', 'http://[', '-1', '99999999999999999999', '{}', '["",{}]', '*', 'x'],
  ...['a'.repeat(1_500), 'a,'.repeat(700)],
];

/** Headers that a value can spoil for all others, because Node refuses the request. */
const framingHeaders = [
  ...['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'upgrade', 'te'],
];

/** The other headers that Node, Next or the app read, in groups that are sent together. */
const headerGroups = [
  ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-forwarded-for', 'forwarded'],
  ['origin', 'referer', 'cookie', 'authorization', 'accept', 'accept-language', 'user-agent'],
  ['accept-encoding', 'content-type', 'content-encoding', 'if-none-match', 'if-modified-since'],
  ['range', 'purpose', 'sec-fetch-mode', 'x-http-method-override', 'content-security-policy'],
  ['next-router-state-tree'],
  ['next-router-prefetch', 'next-router-segment-prefetch', 'next-url', 'next-test-fetch-priority'],
  ['next-action', 'next-resume', 'x-nextjs-postponed', 'x-nextjs-data', 'x-nextjs-request-id'],
  ['x-nextjs-html-request-id', 'x-matched-path', 'x-now-route-matches', 'x-vercel-id'],
  ['x-invoke-path', 'x-invoke-status', 'x-invoke-output', 'x-invoke-query', 'x-invoke-error'],
  ['x-middleware-invoke', 'x-middleware-rewrite', 'x-middleware-subrequest', 'x-middleware-next'],
  ['x-middleware-override-headers', 'x-middleware-set-cookie', 'x-prerender-revalidate'],
  ['x-next-revalidated-tags', 'x-next-cache-tags', 'x-next-revalidate-tag-token'],
  ['x-request-id', 'x-nonce', 'x-app-path', 'x-launch-code'],
  ['traceparent', 'tracestate', 'baggage'],
];

/** In a text of a payload or of an action's arguments. */
const inText = [
  '\0',
  'a\0b',
  '\ud800',
  '\udc00\ud800',
  '\r\n',
  '\u007f',
  '\u202e',
  '__proto__',
  '',
];
const longText = 'a'.repeat(5_000);

/** The addresses of all pages and routes, as the source has them, and of what Next serves. */
function allPaths(): string[] {
  const manifest = readFileSync('.next/app-path-routes-manifest.json', 'utf8');
  const own = Object.values(z.record(z.string(), z.string()).parse(JSON.parse(manifest)));
  return [...own, '/_next/static/chunks/x.js', '/_next/data/x/y.json', '/_next/image', '/_error'];
}

/**
 * Sends requests, a few at a time.
 * @returns those that were answered with 5xx, or not at all, or that a rate limit kept from the app
 */
async function faulty(stack: Stack, all: readonly RawRequest[]): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = [...all];
  const send = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { status, text } = await rawRequest(stack.appUrl, next);
      const isFault = status < 200 || status === 429 || status >= 500;
      if (isFault || text.includes('"code":"unexpected"')) {
        wrong.push(`${status} ${JSON.stringify(next).slice(0, 300)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, send));
  return wrong;
}

/** Asks for React's payload of a page, which takes a tenth of the time of its document. */
const payloadOf = (target: string, headers = {}): RawRequest => ({
  target,
  headers: { rsc: '1', ...headers },
});

async function opened(stack: Stack) {
  const stores = new Stores(new SandboxControl(stack.sandboxUrl), new AppClient(stack));
  await stores.install('aurora');
  await stores.install('bramble');
  // No session may send so many requests as all of these are.
  const sessions = await Promise.all([1, 2, 3, 4].map(() => stores.open('aurora')));
  let calls = 0;
  const nextToken = () => {
    calls += 1;
    return sessions[calls % sessions.length]?.token ?? '';
  };
  const read = (target: string): RawRequest => ({
    target,
    headers: { authorization: `Bearer ${nextToken()}` },
  });
  const ids = await stores.existingIds('aurora');
  return { hash: stores.hash('aurora'), other: stores.hash('bramble'), nextToken, read, ids };
}

for (const kind of ['SQLite', 'PostgreSQL'] as const) {
  test.describe(`with ${kind}`, () => {
    let stack: Stack;
    let app: Awaited<ReturnType<typeof opened>>;
    let end: () => Promise<void>;

    test.beforeAll(async () => {
      const postgres = kind === 'PostgreSQL' ? await startPostgres() : undefined;
      stack = await startStack({
        env: { TRUSTED_PROXY_HOPS: '1', ...(postgres && { DATABASE_URL: postgres.url }) },
      });
      end = async () => {
        await stack.stop();
        await postgres?.stop();
      };
      app = await opened(stack);
    });

    test.afterAll(() => end());

    test('no path makes the app fail', async () => {
      const { hash, read } = app;
      const ask = (target: string) =>
        target.startsWith('/api/') ? read(target) : payloadOf(target);
      const targets = allPaths().flatMap((path, at) => {
        const inStore = path.replace('[storeHash]', hash);
        const places = inAddress.map((bytes) => inStore.replace(/\[[^\]]+\]+/g, bytes));
        const some = inAddress.filter((_, index) => (index + at) % 8 === 0);
        return [inStore, ...places, ...some.flatMap((bytes) => [path + bytes, `${path}/${bytes}`])];
      });
      const odd = ['*', '//', '///', '//[', '//%00', '/\\', 'http://', 'http://[/', 'a', '?', '#'];
      const methods = ['OPTIONS', 'TRACE', 'HEAD', 'POST', 'PUT'];
      expect(
        await faulty(stack, [
          ...[...new Set(targets)].map(ask),
          ...[...odd, ...inAddress, ...inAddress.map((at) => `/${at}`)].map((target) => ({
            target,
          })),
          ...methods.flatMap((method) => odd.map((target) => ({ method, target }))),
        ]),
      ).toEqual([]);
    });

    test('no query makes the app fail', async () => {
      const { hash, read, ids } = app;
      const inStore = (path: string) => addressIn(hash, path);
      const parameters: Record<string, readonly string[]> = {
        '/auth': ['external_install', 'account_uuid'],
        '/load': ['signed_payload_jwt'],
        '/uninstall': ['signed_payload_jwt'],
        '/remove_user': ['signed_payload_jwt'],
        [inStore(linkTo.segments())]: ['launch', 'sort', 'page', '_rsc'],
        [inStore(linkTo.segment(ids.segmentId))]: ['launch'],
        [inStore(linkTo.customer(ids.customerId))]: ['launch'],
      };
      const targets = inAddress.flatMap((bytes) => [
        ...Object.entries(parameters).flatMap(([path, names]) =>
          names.map((name) => `${path}?${name}=${bytes}`),
        ),
        `/?${bytes}`,
        `/auth?code=${bytes}&context=stores/${hash}&scope=${bytes}&account_uuid=${bytes}`,
        `/auth?code=x&context=${bytes}&scope=x`,
      ]);
      const toRead = Object.values(readableAddresses(ids)).flatMap((address, at) =>
        inAddress.map((bytes, index) => {
          const [path = '', query = ''] = address.split('?');
          const name = query.split('=')[0] || ['page', 'store', bytes][(index + at) % 3];
          return `${path}?${name}=${bytes}`;
        }),
      );
      const documents = inAddress.map((bytes) => `${inStore(linkTo.segments())}?search=${bytes}`);
      expect(
        await faulty(stack, [
          ...targets.map((target) => payloadOf(target)),
          ...toRead.map(read),
          ...documents.map((target) => ({ target })),
        ]),
      ).toEqual([]);
    });

    test('no header makes the app fail', async () => {
      const { hash } = app;
      const page = addressIn(hash, linkTo.segments());
      const alike = (names: readonly string[], value: string) =>
        Object.fromEntries(names.map((name) => [name, value]));
      const all = inHeader.flatMap((value, at) => {
        const route = ['/api/session', '/load'][at % 2] ?? '';
        return [...headerGroups, ...framingHeaders.map((name) => [name])].flatMap((names) =>
          [page, route].map((target) => payloadOf(target, alike(names, value))),
        );
      });
      expect(await faulty(stack, all)).toEqual([]);
    });

    test('no body makes the app fail', async () => {
      const { hash, nextToken, ids } = app;
      const page = addressIn(hash, linkTo.segments());
      const inputs = actionInputs(ids);
      const post = (id: string, target: string, body: string | Buffer): RawRequest => ({
        method: 'POST',
        target,
        headers: {
          'next-action': id,
          'content-type': 'text/plain;charset=UTF-8',
          accept: 'text/x-component',
          origin: stack.appUrl,
        },
        body,
      });
      const calls = serverActions(hash).flatMap(({ id, name, path }) => {
        const input = inputs[name] ?? {};
        return Object.keys(input).flatMap((field) =>
          [...inText, longText, ...inText.slice(0, 3).map((text) => [text]), { '\0': '\0' }].map(
            (value) => post(id, path, JSON.stringify([nextToken(), { ...input, [field]: value }])),
          ),
        );
      });
      const action = serverAction('createSegment');
      const broken = [
        ...[Buffer.of(0), Buffer.of(0x80), Buffer.of(0xff, 0xfe), Buffer.from('["\x00"]')],
        Buffer.concat([Buffer.from('["'), Buffer.of(0xed, 0xa0, 0x80), Buffer.from('"]')]),
      ];
      expect(
        await faulty(stack, [
          ...calls,
          ...broken.map((body) => post(action, page, body)),
          ...allPaths().map((target) => ({ method: 'POST', target, body: Buffer.of(0, 0xff) })),
          ...inHeader.map((id) => post(id, page, '[]')),
        ]),
      ).toEqual([]);
    });

    test('no text or number in a payload makes the app fail', async () => {
      const { other } = app;
      const values = [...inText, longText, ...[0, -1, 1e15, 2 ** 53, 1e300, 0.5], null, [], {}];
      const user = { id: 7, email: 'ann@example.com', locale: 'en-US' };
      const names = ['url', 'jti', 'sub', 'iat', 'exp', 'nbf', 'aud', 'iss', 'user', 'owner'];
      const inUser = values.flatMap((value) =>
        ['email', 'locale', 'id'].map((name) => ({ user: { ...user, [name]: value } })),
      );
      const replaced = values.flatMap((value) => names.map((name) => ({ [name]: value })));
      const old = values.map((iat) => ({ iat, exp: 4e9, nbf: 0 }));
      const jtis = values.map((jti) => ({ jti }));
      const requests: RawRequest[] = [];
      for (const [callback, all] of [
        ['/load', [...inUser, ...replaced, ...old]],
        ['/remove_user', [...inUser, ...jtis]],
        ['/uninstall', [...inUser, ...jtis]],
      ] as const) {
        for (const claim of all) {
          const jwt = await sign(claims(stack, other, claim), stack.clientSecret);
          requests.push({ target: `${callback}?signed_payload_jwt=${jwt}` });
        }
      }
      expect(await faulty(stack, requests)).toEqual([]);
    });
  });
}
