import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';
import { expect, test } from 'vitest';
import { dropMalformedRouterState } from './router-state.ts';

function isKept(header: string): boolean {
  const headers = { 'next-router-state-tree': header };
  dropMalformedRouterState({ headers });
  return 'next-router-state-tree' in headers;
}

const leaf = ['__PAGE__', {}];
const pages = ['stores', { children: [['storeHash', 'abc', 'd', null], { children: leaf }] }];

test.each<[unknown]>([
  [['', { children: pages }, null, null, 16]],
  [['', { children: leaf }, ['/a', '?b'], 'refetch', null]],
  [['', {}, null, 'metadata-only', 1, 'more']],
  [[['path', 'a/b', 'c', ['sibling']], {}]],
])('%j stays, because Next reads it', (state) => {
  const header = encodeURIComponent(JSON.stringify(state));
  expect(isKept(header)).toBe(true);
  expect(parseAndValidateFlightRouterState(header)).toEqual(state);
});

test.each<[unknown]>([
  [[['path', 'a', 'x', null], {}]],
  [[['path', 'a', 'd'], {}]],
  [['', { children: ['a'] }]],
  [['', {}, null, 'another']],
  [['', {}, null, null, 'one']],
  [['', {}, null, null, 1, 'more', 'too much']],
  ...[null, [], {}, 1, 'text', ['', null], [null, {}]].map((state): [unknown] => [state]),
])('%j is removed, because Next does not read it', (state) => {
  const header = encodeURIComponent(JSON.stringify(state));
  expect(() => parseAndValidateFlightRouterState(header)).toThrow('could not be parsed');
  expect(isKept(header)).toBe(false);
});

test.each(['', '%zz', '%00', '[', '\u0080', '['.repeat(20_000), '["",{}], ["",{}]'])(
  '%j is removed',
  (header) => expect(isKept(header)).toBe(false),
);
