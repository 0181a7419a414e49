import 'server-only';
import { readFileSync } from 'node:fs';

/**
 * Lets Next take its configuration from the build, as the `server.js` of its standalone output
 * does: neither `next.config.js` nor the bundler has to be there then.
 * @throws Error where there is no build
 */
export function applyBuiltConfig(): void {
  const built: { config: unknown } = JSON.parse(
    readFileSync('.next/required-server-files.json', 'utf8'),
  );
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(built.config);
}
