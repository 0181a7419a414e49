const halves = ['unit', 'browser'] as const;

/** @returns the halves of `npm test` to run: both without arguments, none for an unknown one */
export function chosenHalves(args: readonly string[]): readonly (typeof halves)[number][] {
  if (args.some((arg) => !halves.some((half) => half === arg))) return [];
  return halves.filter((half) => args.length === 0 || args.includes(half));
}
