import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.object({ node: z.record(z.string(), z.unknown()) });

/** The ids of all server actions in the production build. */
export function serverActions(): string[] {
  const path = '.next/server/server-reference-manifest.json';
  return Object.keys(manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).node);
}
