import { get } from 'node:http';

/** Transferred bytes of a page's scripts, gzipped if the server does so; no `nomodule` ones. */
export async function measureFirstLoad(pageUrl: string): Promise<number> {
  const html = await (await fetch(pageUrl)).text();
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, source = '']) => new URL(source, pageUrl).href);
  const sizes = await Promise.all([...new Set(scripts)].map(gzippedSize));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function gzippedSize(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
