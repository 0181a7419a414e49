import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import messages from './en.json';
import callbackMessages from './en-callback.json';

// TypeScript reports a text that the code asks for and that no catalog has. This is for the
// opposite.

interface Source {
  folder: string;
  /** The parts of the catalogs that the file takes texts from. */
  namespaces: string[];
  /** What may be a key or a piece of one, with `*` for what is only known when the code runs. */
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
 * The keys that the code can ask for: the namespaces of each folder with the keys that stand in it.
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
