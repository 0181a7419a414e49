import { expect, test } from 'vitest';
import { usableLocale } from './locale.ts';

test.each([
  ['de-DE', 'de-DE'],
  ['en_GB', 'en-GB'],
  ['pt-br', 'pt-BR'],
  ['zh_Hans_CN', 'zh-Hans-CN'],
  ['sr_Latn_RS', 'sr-Latn-RS'],
  ['', 'en'],
  ['not a locale', 'en'],
  [undefined, 'en'],
])('%o becomes %s', (given, expected) => {
  expect(usableLocale(given)).toBe(expected);
});
