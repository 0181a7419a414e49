import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import messages from './en.json';
import callbackMessages from './en-callback.json';

// TypeScript reports texts that the code uses and no catalog has. This test finds unused texts.

interface Source {
  folder: string;
  /** The namespaces of the catalogs that the file uses. */
  namespaces: string[];
  /** Strings that may be a key or a part of one, with `*` for parts known only at run time. */
  keys: string[];
}

const sources = globSync('{app,components,lib}/**/*.{ts,tsx}')
  .filter((path) => !path.includes('.test.'))
  .map((path): Source => {
    const code = readFileSync(path, 'utf8').replace(/\$\{[^}]*\}/g, '*');
    const namespaces = [...code.matchAll(/useTranslations\(['"`]?([\w.*-]*)/g)];
    const keys = [...code.matchAll(/(['"`])([\w.*-]+)\1/g)];
    return {
      folder: dirname(path),
      namespaces: [
        ...namespaces.map(([, namespace = '']) => namespace),
        ...(code.includes('createTranslator(') ? [''] : []),
      ],
      keys: keys.map(([, , key = '']) => key),
    };
  });

/** Failures have their codes as keys. */
const failureCodes = sources.filter(({ keys }) => keys.includes('rate-limited'));
const allKeys = new Set(sources.flatMap(({ keys }) => keys));

/**
 * The keys that the code may use: each namespace of a folder with each key in that folder.
 */
const asked = new Set(
  sources.flatMap(({ folder, namespaces }) => {
    const near = sources.filter((source) => source.folder === folder);
    const keys = new Set([...near, ...failureCodes].flatMap((source) => source.keys));
    return namespaces.flatMap((namespace) =>
      [...keys].map((key) => (namespace ? `${namespace}.${key}` : key)),
    );
  }),
);
const patterns = [...asked]
  .filter((key) => key.includes('*'))
  .map((key) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '([^.]+)')}$`));

function isAsked(key: string): boolean {
  if (asked.has(key)) return true;
  return patterns.some((pattern) => {
    const [, ...pieces] = pattern.exec(key) ?? [];
    return pieces.length > 0 && pieces.every((piece) => allKeys.has(piece));
  });
}

function keysIn(catalog: object): string[] {
  return Object.entries(catalog).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : keysIn(value).map((inner) => `${key}.${inner}`),
  );
}

test.each([
  ['en.json', messages],
  ['en-callback.json', callbackMessages],
])('every text of %s is shown somewhere', (_, catalog) => {
  expect(keysIn(catalog).filter((key) => !isAsked(key))).toEqual([]);
});
