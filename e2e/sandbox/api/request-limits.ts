import { setTimeout as wait } from 'node:timers/promises';
import { createMiddleware } from 'hono/factory';
import type { Sandbox } from '../sandbox.ts';
import type { ApiEnv } from './api-env.ts';
import { problem } from './problem.ts';
import { rateLimitHeaders } from './request-quota.ts';

const segmentation = /\/v3\/(segments|shopper-profiles)(\/|$)/;

/** Limits how many requests a store may have in flight on the segmentation endpoints. */
export function limitConcurrency(sandbox: Sandbox) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const { inFlight } = sandbox;
    const hash = c.req.param('hash') ?? '';
    if (!segmentation.test(c.req.path)) return next();
    const now = inFlight.get(hash) ?? 0;
    if (now >= sandbox.settings.concurrency) {
      const headers = rateLimitHeaders(sandbox.quota(hash).state(sandbox.settings));
      return problem(c, 429, 'Too many concurrent requests', {}, headers);
    }
    inFlight.set(hash, now + 1);
    try {
      await next();
    } finally {
      inFlight.set(hash, (inFlight.get(hash) ?? 1) - 1);
    }
  });
}

export function addLatency(sandbox: Sandbox) {
  return createMiddleware(async (_c, next) => {
    if (sandbox.settings.latencyMs > 0) await wait(sandbox.settings.latencyMs);
    await next();
  });
}

/** Counts each request against the store's quota; every response has the quota's headers. */
export function limitRate(sandbox: Sandbox) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const { allowed, ...state } = sandbox.quota(c.get('store').hash).take(sandbox.settings);
    const headers = rateLimitHeaders(state);
    if (!allowed) return problem(c, 429, 'Too Many Requests', {}, headers);
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  });
}
