import { expect, test } from 'vitest';
import { usableLocale } from './locale.ts';

test.each([
  ['de-DE', 'de-DE'],
  ['en_GB', 'en-GB'],
  ['pt-br', 'pt-BR'],
  ['', 'en'],
  ['not a locale', 'en'],
  [undefined, 'en'],
])('%o becomes %s', (given, expected) => {
  expect(usableLocale(given)).toBe(expected);
});
