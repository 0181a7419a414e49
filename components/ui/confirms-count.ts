/**
 * Whether the user has typed the number `count`. Separators of thousands don't matter, nor whether
 * the digits have the width of Chinese, Japanese and Korean characters.
 * @param shown the number as it is on the screen, where its digits may be those of another script
 */
export function confirmsCount(typed: string, count: number, shown: string): boolean {
  return [String(count), bare(shown)].includes(bare(typed));
}

function bare(number: string): string {
  return number.normalize('NFKC').replace(/[\s.,'’٬]/g, '');
}
