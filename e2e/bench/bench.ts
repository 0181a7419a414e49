import { cpus } from 'node:os';
import { measureApi } from './api-part.ts';
import { measureSessionLookup } from './database-part.ts';
import { measureScreen } from './opening-part.ts';
import { measureServer } from './server-part.ts';
import { measureShoppers } from './shoppers-part.ts';
import { measureSoak } from './soak-part.ts';
import type { Add, Result } from './units.ts';

/**
 * `npm run bench`: measures, and prints a table. Nothing here passes or fails. Names of parts as
 * arguments leave the others out: `npm run bench -- api`, `npm run bench -- soak --soak-seconds=10`.
 * Each part resolves to the conditions it measured under.
 */
const parts: Record<string, (add: Add) => Promise<string>> = {
  opening: measureScreen,
  server: measureServer,
  api: measureApi,
  database: measureSessionLookup,
  shoppers: measureShoppers,
  soak: measureSoak,
};

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const chosen = named.length > 0 ? named : Object.keys(parts);
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const results: Result[] = [];
const conditions: string[] = [];
const add: Add = (measure, value, target = '') => results.push({ measure, value, target });
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.includes(name)) conditions.push(await measure(add));
}

const date = new Date().toISOString().slice(0, 10);
console.log(`\n${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${date}`);
console.log(`${conditions.join('\n')}\n`);
console.log('| measure | value | to reach |\n|---|---|---|');
for (const { measure, value, target } of results)
  console.log(`| ${measure} | ${value} | ${target} |`);
