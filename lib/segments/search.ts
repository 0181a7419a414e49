import type { Segment } from '../bigcommerce/segments.ts';

/**
 * The segments whose name and description contain all words, whatever their case, accents and kinds
 * of quotes.
 */
export function searchSegments(segments: readonly Segment[], search: string): readonly Segment[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return segments;
  return segments.filter((segment) => {
    const text = foldedText(segment);
    return words.every((word) => text.includes(word));
  });
}

// Folding is slow, so it is done once per segment and not with every keystroke.
const foldedTexts = new WeakMap<Segment, string>();

function foldedText(segment: Segment): string {
  const known = foldedTexts.get(segment);
  if (known !== undefined) return known;
  const text = fold(`${segment.name}\n${segment.description}`);
  foldedTexts.set(segment, text);
  return text;
}

/** Letters that are no letter with a mark, although readers type them as one, and kinds of quotes. */
const plainly: Record<string, string> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
  ...Object.fromEntries([...'’‘‛ʼʻʹ′`'].map((mark) => [mark, "'"])),
  ...Object.fromEntries([...'“”„‟«»″'].map((mark) => [mark, '"'])),
  ...Object.fromEntries([...'‐‑‒–—−'].map((mark) => [mark, '-'])),
};
const special = new RegExp(`[${Object.keys(plainly).join('')}]`, 'gu');
const unseen = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;

function fold(text: string): string {
  return text
    .replaceAll('´', "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(special, (letter) => plainly[letter] ?? letter)
    .replace(unseen, '');
}
