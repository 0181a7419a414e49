import { parseArgs } from 'node:util';

export interface BenchArguments<Name> {
  /** The parts to measure, each once, in the order of all parts. */
  names: readonly Name[];
  soakSeconds: number;
}

/**
 * Parses the command line: names of parts, or none for all of them.
 * @throws Error with the allowed values
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
    throw new Error(`Unknown part: ${unknown.join(', ')}. The parts are ${known.join(', ')}.`);
  }
  const seconds = values['soak-seconds'];
  // A shorter soak has too few memory samples to compare.
  if (!/^\d+$/.test(seconds) || Number(seconds) < 5) {
    throw new Error(`--soak-seconds=${seconds} must be a whole number of 5 or more.`);
  }
  const isChosen = (name: string) => positionals.length === 0 || positionals.includes(name);
  return { names: known.filter(isChosen), soakSeconds: Number(seconds) };
}
