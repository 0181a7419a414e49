import type { HttpBindings } from '@hono/node-server';
import { createMiddleware } from 'hono/factory';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const ownSites = new Set(['same-origin', 'none']);

/** Keeps out other machines, names that were pointed at this one, and pages of other sites. */
export const localOnly = createMiddleware<{ Bindings: HttpBindings }>(async (c, next) => {
  const local = loopback.has(c.env.incoming.socket.remoteAddress ?? '');
  const named = ['127.0.0.1', 'localhost'].includes(new URL(c.req.url).hostname);
  const site = c.req.header('sec-fetch-site');
  const invited = site === undefined || ownSites.has(site);
  return local && named && invited ? next() : c.json({ error: 'Only from this machine' }, 403);
});
