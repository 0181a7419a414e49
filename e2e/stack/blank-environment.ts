import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/**
 * An empty value for every variable in the folder's `.env` files, including `.env.example`. The app
 * treats an empty variable as unset; Next, which loads those files itself, does not overwrite it.
 */
export function blankEnvironment(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name === '.env' || name.startsWith('.env.'));
  const names = files.flatMap((name) =>
    Object.keys(parseEnv(readFileSync(join(folder, name), 'utf8'))),
  );
  return Object.fromEntries(names.map((name) => [name, '']));
}
