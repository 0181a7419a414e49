import { expect, test } from 'vitest';
import { isBlank, isDisruptive, isolated, shownName, shownText } from './shown-text.ts';

const rightToLeftOverride = '\u202e';

test.each(['', ' ', '\u00a0', '\u200b', '\ufeff\u2060', '\u00ad', '\u3164', '\u2800', '\u0007'])(
  '%j is blank to the eye',
  (text) => {
    expect(isBlank(text)).toBe(true);
  },
);

test.each(['a', '.', '\u200bVIP', '👩‍👩‍👧', 'می‌خواهم', '\u0301'])('%j is not blank', (text) => {
  expect(isBlank(text)).toBe(false);
});

test.each([
  ['VIP', 'VIP'],
  ['\u200b', '⟨U+200B⟩'],
  [' ', '⟨U+0020⟩'],
  ['', '⟨⟩'],
  ['\u200b'.repeat(9), '⟨U+200B⟩⟨U+200B⟩⟨U+200B⟩⟨U+200B⟩…'],
  [`VIP${rightToLeftOverride}gpj`, 'VIP⟨U+202E⟩gpj'],
  ['a\u0000b\u0085c\u2029d', 'a⟨U+0000⟩b⟨U+0085⟩c⟨U+2029⟩d'],
  ['می‌خواهم', 'می‌خواهم'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
])('the name %j is shown as %j', (name, shown) => {
  expect(shownName(name)).toBe(shown);
});

test('a description keeps its lines, and may be empty', () => {
  expect(shownText('')).toBe('');
  expect(shownText(`one\ntwo\t${rightToLeftOverride}`)).toBe('one\ntwo\t⟨U+202E⟩');
});

test('a name from right to left is isolated in a sentence, and no other', () => {
  expect(isolated('לקוחות!')).toBe('\u2068לקוחות!\u2069');
  expect(isolated('عملاء')).toBe('\u2068عملاء\u2069');
  expect(isolated('VIP\u200f!')).toBe('\u2068VIP\u200f!\u2069');
  for (const name of ['VIP', 'Łódź', '東京', '(7)', '👍']) expect(isolated(name)).toBe(name);
});

test('a name cannot end its isolation', () => {
  expect(isolated(`א\u2069${rightToLeftOverride}`)).toBe('\u2068א⟨U+2069⟩⟨U+202E⟩\u2069');
});

test.each([rightToLeftOverride, '\u2066', '\u0000', '\u009f', '\u2029'])(
  'a name with %j is disruptive',
  (character) => {
    expect(isDisruptive(`VIP${character}`)).toBe(true);
    expect(isDisruptive('VIP \u200f\u200d👩‍👧')).toBe(false);
  },
);
