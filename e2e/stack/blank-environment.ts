import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/**
 * Every variable that a `.env` file in the folder sets, `.env.example` included, as empty. The app
 * takes that for unset, and Next, which reads those files by itself, for set.
 */
export function blankEnvironment(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name === '.env' || name.startsWith('.env.'));
  const names = files.flatMap((name) =>
    Object.keys(parseEnv(readFileSync(join(folder, name), 'utf8'))),
  );
  return Object.fromEntries(names.map((name) => [name, '']));
}
