import { expect, test } from 'vitest';
import { parseSearchText } from './search-text.ts';

test.each([
  ['"Maria S." <maria@shop.test>', ['maria@shop.test']],
  ['Silva, Maria <maria@shop.test>', ['maria@shop.test']],
  ['<maria@shop.test>', ['maria@shop.test']],
  ['mailto:maria@shop.test?subject=Hi, there', ['maria@shop.test']],
  ['MAILTO:maria%2Bshop@shop.test', ['maria+shop@shop.test']],
  ['a@x.test, b@y.test', ['a@x.test', 'b@y.test']],
  ['a@x.test; B@y.test\tc@z.test a@x.test', ['a@x.test', 'B@y.test', 'c@z.test']],
  ["Maria O'Neil (o'neil@shop.test).", ["o'neil@shop.test"]],
  ['Write to ‘maria@shop.test’.', ['maria@shop.test']],
])('%o names the addresses %o and no one else', (text, emails) => {
  expect(parseSearchText(text).emails).toEqual(emails);
  expect(parseSearchText(text).names.filter((name) => name !== emails[0])).toEqual([]);
});

test('an address alone may also be part of a name', () => {
  expect(parseSearchText(' maria@shop.test ')).toEqual({
    emails: ['maria@shop.test'],
    names: ['maria@shop.test'],
  });
});

test.each([
  ['maria', ['maria']],
  ['  Maria   Silva ', ['Maria Silva']],
  ['Silva, Maria', ['Maria Silva', 'Silva Maria']],
  ['Silva,', ['Silva']],
  ['Silva, Maria, Dr.', ['Silva Maria Dr.']],
  ['\u202aSilva\u202c', ['Silva']],
  ['O’Brien', ["O'Brien", 'O’Brien']],
  ["O'Brien", ["O'Brien", 'O’Brien']],
  ['maria@', ['maria@']],
  ['Mueller', ['Mueller', 'Müller']],
  ['Müller', ['Müller', 'Mueller']],
  ['OEZIL weiss', ['OEZIL weiss', 'ÖZIL weiß']],
  ['Özil Weiß', ['Özil Weiß', 'Oezil Weiss']],
  ['Schäfer, Jörg', ['Jörg Schäfer', 'Joerg Schaefer', 'Schäfer Jörg', 'Schaefer Joerg']],
  ['Bauer', ['Bauer']],
  ['Łódź', ['Łódź']],
  [',', []],
])('%o asks for the names %o', (text, names) => {
  expect(parseSearchText(text)).toEqual({ emails: [], names });
});
