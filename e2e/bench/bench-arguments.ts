import { parseArgs } from 'node:util';

export interface BenchArguments<Name> {
  /** The parts to measure, each once, in the order of all parts. */
  names: readonly Name[];
  soakSeconds: number;
}

/**
 * What the command line asks for: names of parts, or nothing for all of them.
 * @throws Error that says what can be asked for
 */
export function parseBenchArguments<Name extends string>(
  args: readonly string[],
  known: readonly Name[],
): BenchArguments<Name> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'soak-seconds': { type: 'string', default: '60' } },
  });
  const unknown = positionals.filter((name) => !known.some((part) => part === name));
  if (unknown.length > 0) {
    throw new Error(`No part ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  }
  const seconds = values['soak-seconds'];
  // In less there are too few samples of memory to compare.
  if (!/^\d+$/.test(seconds) || Number(seconds) < 5) {
    throw new Error(`--soak-seconds=${seconds} has to be a whole number, 5 or more.`);
  }
  const isChosen = (name: string) => positionals.length === 0 || positionals.includes(name);
  return { names: known.filter(isChosen), soakSeconds: Number(seconds) };
}
