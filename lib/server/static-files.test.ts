import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staticFiles } from './static-files.ts';

const code = 'export const greeting = "hello";\n'.repeat(100);
const font = Buffer.from([0, 1, 2, 255]);
const elsewhere = 'answered by Next';

let folder: string;
let server: Server;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-files-'));
  await mkdir(join(folder, 'static/chunks'), { recursive: true });
  await writeFile(join(folder, 'static/chunks/a.js'), code);
  await writeFile(join(folder, 'static/b.woff2'), font);
  await writeFile(join(folder, 'static/c.unknown'), code);
  await writeFile(join(folder, 'secret.js'), code);
  const handle = staticFiles(join(folder, 'static'), async (_, response) => {
    response.end(elsewhere);
  });
  server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function ask(path: string, encodings?: string, method = 'GET') {
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const headers = encodings === undefined ? {} : { 'accept-encoding': encodings };
  // `fetch` and `URL` would resolve `..` before they send it.
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, resolve).on('error', reject).end();
  });
  return { headers: response.headers, body: await buffer(response) };
}

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['GZIP;q=0.5', 'gzip', gunzipSync],
])('a browser that takes %j gets a file in %s, again and again', async (accepted, used, unpack) => {
  for (let times = 0; times < 2; times += 1) {
    const { headers, body } = await ask('/_next/static/chunks/a.js?dpl=1', accepted);
    expect(headers).toMatchObject({
      'content-encoding': used,
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(unpack(body).toString()).toBe(code);
  }
});

test('a font is not compressed again', async () => {
  const { headers, body } = await ask('/_next/static/b.woff2', 'gzip, br');
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['content-type']).toBe('font/woff2');
  expect(body).toEqual(font);
});

test('HEAD is answered without a body', async () => {
  const { headers, body } = await ask('/_next/static/chunks/a.js', 'br', 'HEAD');
  expect(headers['content-encoding']).toBe('br');
  expect(Number(headers['content-length'])).toBeGreaterThan(0);
  expect(body).toHaveLength(0);
});

test.each([
  ['another method', '/_next/static/chunks/a.js', 'br', 'POST'],
  ['a browser that takes no compression', '/_next/static/chunks/a.js', undefined, 'GET'],
  ['a file that is not there', '/_next/static/chunks/none.js', 'br', 'GET'],
  ['a file of another type', '/_next/static/c.unknown', 'br', 'GET'],
  ['a folder', '/_next/static/chunks', 'br', 'GET'],
  ['a path that leaves the folder', '/_next/static/../secret.js', 'br', 'GET'],
  ['the same, encoded', '/_next/static/%2e%2e/secret.js', 'br', 'GET'],
  ['another path', '/chunks/a.js', 'br', 'GET'],
])('%s is left to Next', async (_, path, encodings, method) => {
  const { body } = await ask(path, encodings, method);
  expect(body.toString()).toBe(elsewhere);
});

test('a file that has gone since the start is left to Next, and served once it is back', async () => {
  const file = join(folder, 'static/chunks/a.js');
  await rm(file);
  expect((await ask('/_next/static/chunks/a.js', 'br')).body.toString()).toBe(elsewhere);
  await writeFile(file, code);
  const { body } = await ask('/_next/static/chunks/a.js', 'br');
  expect(brotliDecompressSync(body).toString()).toBe(code);
});
