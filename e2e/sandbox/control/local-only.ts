import { createMiddleware } from 'hono/factory';

const ownSites = new Set(['same-origin', 'none']);

/**
 * Refuses DNS rebinding and requests from other sites. Other machines can't connect: the sandbox
 * listens on loopback.
 */
export const localOnly = createMiddleware(async (c, next) => {
  const named = ['127.0.0.1', 'localhost'].includes(new URL(c.req.url).hostname);
  const site = c.req.header('sec-fetch-site');
  const invited = site === undefined || ownSites.has(site);
  return named && invited ? next() : c.json({ error: 'Only from this machine' }, 403);
});
