import 'server-only';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const parent = '/_next/static/';

/** Only files of these types are served; fonts are compressed already. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const brotliQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const compressions = {
  br: (file: Buffer) => promisify(brotliCompress)(file, brotliQuality),
  gzip: (file: Buffer) => promisify(gzip)(file),
} as const;
type Encoding = keyof typeof compressions;

/**
 * Serves the files of the build in `folder` that there are at the start. Each is read and
 * compressed once and then kept, 800 KB at most: Next would compress it again for every
 * browser, which took half of the processor time of an opening.
 * @param otherwise answers everything else: other methods, other files, browsers that take neither
 * encoding
 */
export function staticFiles(folder: string, otherwise: Handle): Handle {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const known = new Set(names.map((name) => name.replaceAll('\\', '/')));
  const bodies = new Map<string, Promise<Buffer>>();

  const read = async (name: string, encoding: Encoding | undefined) => {
    const file = await readFile(join(folder, name));
    return encoding ? compressions[encoding](file) : file;
  };
  const body = (name: string, encoding: Encoding | undefined) => {
    const key = `${encoding} ${name}`;
    const kept = bodies.get(key) ?? read(name, encoding);
    bodies.set(key, kept);
    // A file that could not be read is tried again.
    kept.catch(() => bodies.delete(key));
    return kept;
  };

  return async (request, response) => {
    const { method, url = '' } = request;
    const name = url.startsWith(parent) ? url.slice(parent.length).replace(/\?.*/s, '') : '';
    const type = types[extname(name)];
    const isCompressed = type === types['.woff2'];
    const encoding = isCompressed ? undefined : acceptedEncoding(request);
    const isServed = type !== undefined && (isCompressed || encoding) && known.has(name);
    if (!isServed || (method !== 'GET' && method !== 'HEAD')) return otherwise(request, response);
    const content = await body(name, encoding).catch(() => undefined);
    if (!content) return otherwise(request, response);
    response.writeHead(200, {
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Length': content.length,
      'Content-Type': type,
      ...(encoding && { 'Content-Encoding': encoding, Vary: 'Accept-Encoding' }),
    });
    response.end(content);
  };
}

function acceptedEncoding({ headers }: IncomingMessage): Encoding | undefined {
  const accepted = String(headers['accept-encoding'] ?? '')
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.replace(/;.*/s, '').trim().toLowerCase());
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : undefined;
}
