import type { Context } from 'hono';
import type { z } from 'zod';
import { ApiProblem } from './problem.ts';

/** The request's JSON, parsed by the schema; 415 for other media types, 400 for invalid bodies. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    throw new ApiProblem(415, 'The request must be application/json');
  }
  const result = schema.safeParse(await readJson(c));
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => [path.join('.'), message] as const);
  throw new ApiProblem(400, 'The request was not valid', Object.fromEntries(errors));
}

/** Refuses a batch of more than `cap` items. */
export function requireBatchWithin(items: readonly unknown[], cap: number): void {
  if (items.length > cap)
    throw new ApiProblem(413, `At most ${cap} items can be sent in one request`);
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch {
    throw new ApiProblem(400, 'The request body is not valid JSON');
  }
}
