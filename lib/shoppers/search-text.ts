/** What a text that was typed or pasted to find customers asks for. */
interface SearchText {
  /** Whole email addresses. */
  emails: string[];
  /** Parts of names, in each form in which BigCommerce may have them. */
  names: string[];
}

const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const mailto = /\bmailto:([^\s,;<>"?]+)(\?\S*)?/gi;
const address = /[^\s<>"(),;:[\]]+@[^\s<>"(),;:[\]]+/g;

/**
 * Reads a search as people type it or paste it from mails and tables: a name, a name turned round as
 * in “Silva, Maria”, or email addresses with anything around them. A comma never reaches BigCommerce
 * within a name: it takes that as a list of names.
 */
export function parseSearchText(text: string): SearchText {
  const plain = text.replace(invisible, '').replace(mailto, (_, to: string) => ` ${decoded(to)} `);
  const emails = [...new Set(plain.match(address)?.map(bare))];
  const isOnlyAddress = plain.trim() === emails[0];
  if (emails.length > 0) return { emails, names: isOnlyAddress ? emails : [] };
  const parts = plain
    .split(',')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
  const orders = parts.length === 2 ? [parts.toReversed(), parts] : [parts];
  const names = orders
    .map((order) => order.join(' '))
    .flatMap(withEitherApostrophe)
    .flatMap(withEitherUmlaut);
  return { emails, names: [...new Set(names)].filter(Boolean) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address without the quotes or the full stop around it. */
function bare(text: string): string {
  return text.replace(/^['‘’]+|['‘’.]+$/g, '');
}

function withEitherApostrophe(name: string): string[] {
  const straight = name.replace(/[’‘ʼ´`]/g, "'");
  return straight.includes("'") ? [straight, straight.replaceAll("'", '’')] : [name];
}

const twoLetters = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const spellings = new Map(Object.entries(twoLetters));
const umlauts = new Map(Object.entries(twoLetters).map(([umlaut, pair]) => [pair, umlaut]));

/** German names are also written with two letters for each umlaut, and “ss” for “ß”. */
function withEitherUmlaut(name: string): string[] {
  const composed = name.normalize('NFC');
  const replace = (letters: RegExp, by: ReadonlyMap<string, string>) =>
    composed.replace(letters, (found) => likeCase(found, by.get(found.toLowerCase()) ?? found));
  // The “ue” of “Bauer” and “Queck” is no umlaut.
  return [name, replace(/[äöüß]/gi, spellings), replace(/(?<![aeq])ue|ae|oe|ss/gi, umlauts)];
}

function likeCase(model: string, [first = '', ...rest]: string): string {
  const isUpper = model.charAt(0) !== model.charAt(0).toLowerCase();
  return (isUpper ? first.toUpperCase() : first) + rest.join('');
}
