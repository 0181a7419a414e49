import 'server-only';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

/** The kinds of dynamic parameters in Next's paths. */
const kinds = [
  ...['c', 'ci(..)(..)', 'ci(.)', 'ci(..)', 'ci(...)', 'oc'],
  ...['d', 'di(..)(..)', 'di(.)', 'di(..)', 'di(...)'],
] as const;

const segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), z.enum(kinds), z.array(z.string()).nullable()]),
]);

const routerState: z.ZodType = z.tuple([
  segment,
  z.record(
    z.string(),
    z.lazy(() => routerState),
  ),
  z.tuple([z.string(), z.string()]).nullish(),
  z.enum(['refetch', 'inside-shared-layout', 'metadata-only']).nullish(),
  z.number().nullish(),
  z.string().optional(),
]);

/**
 * Removes a `Next-Router-State-Tree` header that Next can't read, which it would answer with 500.
 * Without the header, which says what the browser shows already, Next sends the whole page.
 */
export function dropMalformedRouterState({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const header = headers['next-router-state-tree'];
  if (header !== undefined && !isRouterState(String(header))) {
    delete headers['next-router-state-tree'];
  }
}

function isRouterState(header: string): boolean {
  try {
    return routerState.safeParse(JSON.parse(decodeURIComponent(header))).success;
  } catch {
    return false;
  }
}
