/**
 * Whether what was typed is the number asked for; separators of thousands don't matter.
 * @param shown the number as the user was shown it, which may be in digits of another script
 */
export function confirmsCount(typed: string, count: number, shown: string): boolean {
  return [String(count), bare(shown)].includes(bare(typed));
}

function bare(number: string): string {
  return number.replace(/[\s.,'’٬]/g, '');
}
