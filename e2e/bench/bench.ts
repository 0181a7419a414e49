import { cpus } from 'node:os';
import { apiPart } from './api-part.ts';
import { type BenchArguments, parseBenchArguments } from './bench-arguments.ts';
import { databasePart } from './database-part.ts';
import { openingPart } from './opening-part.ts';
import { processorPart } from './processor-part.ts';
import { reactionPart } from './reaction-part.ts';
import { runParts } from './run-parts.ts';
import { serverPart } from './server-part.ts';
import { shoppersPart } from './shoppers-part.ts';
import { soakPart } from './soak-part.ts';
import { table } from './table.ts';

/**
 * `npm run bench` measures the built app and prints a Markdown table. Arguments select parts:
 * `npm run bench -- api`, `npm run bench -- soak --soak-seconds=10`. The exit code is 1 if a part
 * could not be measured, but 0 if only a target was missed.
 */
const partNames = [
  'opening',
  'reaction',
  'processor',
  'server',
  'api',
  'database',
  'shoppers',
  'soak',
] as const;

const args = process.argv.slice(2);
const { names, soakSeconds } = readArguments();
const parts = {
  opening: openingPart,
  reaction: reactionPart,
  processor: processorPart,
  server: serverPart,
  api: apiPart,
  database: databasePart,
  shoppers: shoppersPart,
  soak: soakPart(soakSeconds),
};
const chosen = Object.fromEntries(names.map((name) => [name, parts[name]]));
const { rows, conditions, failed } = await runParts(chosen);

const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;
const date = new Date().toISOString().slice(0, 10);
console.log(`\n${machine}, Node.js ${process.version}, ${date}, \`${command}\`.\n`);
console.log(`${conditions.map((text) => `- ${text}`).join('\n')}\n`);
console.log(table(rows));
if (failed.length > 0) {
  console.error(`\nCould not be measured: ${failed.join(', ')}.`);
  process.exitCode = 1;
}

function readArguments(): BenchArguments<(typeof partNames)[number]> {
  try {
    return parseBenchArguments(args, partNames);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
