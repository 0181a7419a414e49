const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
};

/**
 * Whether two texts are the same but for what BigCommerce may change when it stores or compares
 * them: case, accents, the form of composed letters, spaces, and characters written as HTML entities.
 */
export function isSameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|#0?39);/g, (entity) => entities[entity] ?? entity)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim();
}
