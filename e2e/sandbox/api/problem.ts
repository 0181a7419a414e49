import type { Context } from 'hono';

export const statusCodesPage =
  'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

/** Thrown by a route to refuse a request; the API turns it into a {@link problem}. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly errors: Record<string, string>;

  constructor(status: number, title: string, errors: Record<string, string> = {}) {
    super(title);
    this.status = status;
    this.errors = errors;
  }
}

/** An error response: one flat object in V3, a list in V2. */
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
