import type { Context } from 'hono';
import type { ApiEnv } from './api-env.ts';
import { statusCodesPage } from './problem.ts';

/** Removes each id, whether or not it exists, and answers 204; 207 under the fault `partial`. */
export function answerDelete(
  c: Context<ApiEnv>,
  ids: ReadonlySet<string>,
  remove: (id: string) => void,
): Response {
  const half = c.get('partialFault') ? Math.ceil(ids.size / 2) : ids.size;
  for (const id of [...ids].slice(0, half)) remove(id);
  if (half === ids.size) return c.body(null, 204);
  const error = {
    status: 500,
    title: 'The item could not be processed',
    type: statusCodesPage,
    errors: {},
  };
  const meta = { total: ids.size, success: half, failed: ids.size - half };
  return c.json({ data: [], errors: [error], meta }, 207);
}
