import type { Segment } from '../bigcommerce/segments.ts';

/**
 * The segments whose name and description contain all words, whatever their case, accents and kinds
 * of quotes. An umlaut may also be written as two letters.
 */
export function searchSegments(segments: readonly Segment[], search: string): readonly Segment[] {
  const words = search
    .split(/\s+/)
    .map(folds)
    .filter(([word]) => word);
  if (words.length === 0) return segments;
  return segments.filter((segment) => {
    const text = foldedText(segment);
    return words.every((forms) => forms.some((word) => text.includes(word)));
  });
}

// Folding is slow, so it is done once per segment and not with every keystroke.
const foldedTexts = new WeakMap<Segment, string>();

function foldedText(segment: Segment): string {
  const known = foldedTexts.get(segment);
  if (known !== undefined) return known;
  const text = folds(`${segment.name}\n${segment.description}`).join('\n');
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

/** Letters that are written as two where the keyboard has none of them. */
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ø: 'oe', ü: 'ue', å: 'aa' };
const umlaut = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'gu');

/** The text folded; if it has umlauts, also with two letters for each. */
function folds(text: string): string[] {
  const lower = text.normalize('NFC').toLowerCase();
  const spelled = lower.replace(umlaut, (letter) => spelledOut[letter] ?? letter);
  return spelled === lower ? [fold(text)] : [fold(text), fold(spelled)];
}

function fold(text: string): string {
  return text
    .replaceAll('´', "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(special, (letter) => plainly[letter] ?? letter)
    .replace(unseen, '');
}
