import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Connection } from './connection.ts';
import { StoreRegistry } from './store-state.ts';

const make = (storeHash = 'abc123') =>
  new Connection({
    apiUrl: 'https://api.example/',
    storeHash,
    accessToken: 'canary-token',
    registry: new StoreRegistry(),
  });

test('the token cannot be printed, serialised, spread or enumerated', () => {
  const connection = make();
  const shown = [
    JSON.stringify(connection),
    JSON.stringify({ nested: [connection] }),
    inspect(connection, { depth: 10, showHidden: true }),
    inspect({ ...connection }, { depth: 10, showHidden: true }),
    String(connection),
    Object.values(connection).join(),
  ];
  for (const text of shown) expect(text).not.toContain('canary-token');
});

test('every path goes to the address of the store', () => {
  expect(make().url('/v3/segments')).toBe('https://api.example/stores/abc123/v3/segments');
});

test.each(['', '../x', 'ABC', 'a/b', 'a'.repeat(33)])('%j is refused as a store hash', (hash) => {
  expect(() => make(hash)).toThrow(TypeError);
});
