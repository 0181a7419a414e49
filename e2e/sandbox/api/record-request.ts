import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { LogEntry } from '../request-log.ts';
import type { Sandbox } from '../sandbox.ts';
import type { ApiEnv } from './api-env.ts';

const loggedHeaders = [
  'accept',
  'authorization',
  'content-type',
  'origin',
  'sec-fetch-mode',
  'user-agent',
  'x-auth-token',
  'x-correlation-id',
];

/** Logs a request when it arrives and completes the log entry when it has been answered. */
export function recordRequest(sandbox: Sandbox, kind: LogEntry['kind']) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const entry = sandbox.log.start({
      kind,
      store: c.req.param('hash') ?? null,
      method: c.req.method,
      path: pathname + search,
      headers: headersOf(c),
      body: parsed(await c.req.text()),
    });
    c.set('logEntry', entry);
    c.set('partialFault', false);
    let status: number | null = null;
    try {
      await next();
      const isSent = !c.env.incoming.socket.destroyed && !c.res.headers.has('x-hono-already-sent');
      if (isSent) status = c.res.status;
    } finally {
      sandbox.log.finish(entry, status);
    }
  });
}

function headersOf(c: Context): Record<string, string> {
  const present = loggedHeaders.flatMap((name) => {
    const value = c.req.header(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(present);
}

function parsed(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
