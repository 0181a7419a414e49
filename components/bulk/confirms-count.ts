/** Whether what was typed is the number asked for; separators of thousands don't matter. */
export function confirmsCount(typed: string, count: number): boolean {
  return typed.replace(/[\s.,'’]/g, '') === String(count);
}
