const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
};

/**
 * What a text and the form in which BigCommerce stores it have in common. BigCommerce may write
 * characters as HTML entities, join spaces and compose letters; none of this is documented.
 */
export function plainText(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|#0?39);/g, (entity) => entities[entity] ?? entity)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether two texts are the same, case and accents aside, as BigCommerce's filters compare them. */
export function isSameText(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(text: string): string {
  return plainText(text).normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}
