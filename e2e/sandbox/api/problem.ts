import type { Context } from 'hono';

export const statusCodesPage =
  'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

/** A refusal on its way out of a route; the API answers it with {@link problem}. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly errors: Record<string, string>;

  constructor(status: number, title: string, errors: Record<string, string> = {}) {
    super(title);
    this.status = status;
    this.errors = errors;
  }
}

/** The flat error object of V3, or the list that V2 sends. */
export function problem(
  c: Context,
  status: number,
  title: string,
  errors: Record<string, string> = {},
  headers: Record<string, string> = {},
): Response {
  const body = c.req.path.includes('/v2/')
    ? [{ status, message: title }]
    : { status, title, type: statusCodesPage, errors };
  return Response.json(body, { status, headers });
}
