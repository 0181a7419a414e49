import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './api-env.ts';
import { problem } from './problem.ts';

const json = /(^|,)\s*(application\/(json|\*)|\*\/\*)\s*(;|,|$)/;

/** Refuses requests that do not accept JSON: the documents require the header `Accept`. */
export const requireAccept = createMiddleware<ApiEnv>(async (c, next) =>
  json.test(c.req.header('accept') ?? '')
    ? next()
    : problem(c, 406, 'The header Accept must name application/json'),
);
