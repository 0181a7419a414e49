/** Characters after escaping: leaves room for the rest of an address of 1,900 characters. */
const LONGEST_VALUE = 1_500;

/** Whether a text can be a value in a query: it is well-formed Unicode and short enough. */
export function fitsInQuery(text: string): boolean {
  return text.isWellFormed() && encodeURIComponent(text).length <= LONGEST_VALUE;
}
