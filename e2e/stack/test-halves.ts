const halves = ['unit', 'browser'] as const;

/** @returns what of `npm test` runs: both halves without an argument, none for an unknown one */
export function chosenHalves(args: readonly string[]): readonly (typeof halves)[number][] {
  if (args.some((arg) => !halves.some((half) => half === arg))) return [];
  return halves.filter((half) => args.length === 0 || args.includes(half));
}
