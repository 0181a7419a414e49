import type { Context } from 'hono';
import { z } from 'zod';
import { ApiProblem } from './problem.ts';

/** The values of a list filter such as `id:in`: comma separated, in one parameter or several. */
export function listFilter(c: Context, name: string): string[] | undefined {
  const values = (c.req.queries(name) ?? []).flatMap((value) => value.split(',')).filter(Boolean);
  return values.length > 0 ? values : undefined;
}

/** The UUIDs in `id:in`; undefined without any, which makes a DELETE remove everything. */
export function uuidFilter(c: Context): Set<string> | undefined {
  const ids = listFilter(c, 'id:in');
  if (ids?.every((id) => z.uuid().safeParse(id).success) === false) {
    throw new ApiProblem(422, 'The filter was not valid', { 'id:in': 'must be a list of UUIDs' });
  }
  return ids && new Set(ids.map((id) => id.toLowerCase()));
}
