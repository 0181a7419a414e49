import type { Segment } from '../bigcommerce/segments.ts';

/** The segments whose name and description contain all words, whatever their case and accents. */
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

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
