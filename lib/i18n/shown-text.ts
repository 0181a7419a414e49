/*
 * Texts that people outside the app have written, such as names, as they are shown. Unicode's
 * bidirectional algorithm (UAX #9) would let such a text reorder the sentence around it.
 */

/** Control characters, and those that end a paragraph or force the direction of what follows. */
const disruptive = /(?![\t\n\r])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** White space, and characters that show nothing. U+2800 is a Braille cell without dots. */
const blank = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Characters that are written from right to left, and marks that say so. */
const rightToLeft =
  /[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** How many characters of a blank name are shown. */
const codesShown = 4;

/** Whether the text shows nothing. */
export function isBlank(text: string): boolean {
  return blank.test(text);
}

/** Whether the text has control characters, or characters that force its direction. */
export function isDisruptive(text: string): boolean {
  return text.search(disruptive) >= 0;
}

/** A text that stands alone, with a visible stand-in for each disruptive character. */
export function shownText(text: string): string {
  return text.replace(disruptive, code);
}

/** A name that stands alone. One that is blank to the eye is shown as the codes of its characters. */
export function shownName(name: string): string {
  if (!isBlank(name)) return shownText(name);
  const characters = [...name];
  const codes = characters.slice(0, codesShown).map(code).join('');
  return characters.length > codesShown ? `${codes}…` : codes || '⟨⟩';
}

/** A name within a sentence or a label, isolated if it could reorder the text around it. */
export function isolated(name: string): string {
  const shown = shownName(name);
  return rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown;
}

function code(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `⟨U+${number.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
