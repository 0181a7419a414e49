import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from '../api/api-env.ts';
import { problem } from '../api/problem.ts';
import { rateLimitHeaders } from '../api/request-quota.ts';
import type { Sandbox } from '../sandbox.ts';
import { damaged, htmlPage, slowly } from './damaged-answers.ts';
import type { FaultRule } from './fault-rules.ts';
import { cut, hang } from './hang-or-cut.ts';

/** Injects the fault of the first rule that matches a request. */
export function injectFaults(sandbox: Sandbox) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const rule = sandbox.faults.take(c.req.method, pathname + search);
    if (rule === undefined) return next();
    c.get('logEntry').fault = rule.fault;

    const instead = await refusal(c, rule, sandbox);
    if (instead) return instead;
    if (rule.fault === 'slow') await wait(rule.delayMs);
    if (rule.fault === 'partial') c.set('partialFault', true);
    await next();
    const answer = await replacement(c, rule);
    if (answer === undefined) return;
    // Cleared first: Hono would otherwise copy the headers of the response that is replaced.
    c.res = undefined;
    c.res = answer;
  });
}

/** The response for a fault that skips the real handler; undefined for the other faults. */
async function refusal(
  c: Context<ApiEnv>,
  rule: FaultRule,
  sandbox: Sandbox,
): Promise<Response | undefined> {
  switch (rule.fault) {
    case '429': {
      const { settings } = sandbox;
      const headers = rateLimitHeaders({ ...settings, left: 0, resetMs: rule.resetMs });
      return problem(c, 429, 'Too Many Requests', {}, headers);
    }
    case '429-bare':
      return c.body(null, 429);
    case '401':
    case '403':
    case '404':
    case '413':
    case '422':
    case '423':
    case '500':
    case '501':
    case '502':
    case '503':
    case '504':
    case '507':
      return problem(c, Number(rule.fault), `Injected ${rule.fault}`);
    case 'hang':
      return hang(c.env);
    case 'cut':
      return cut(c.env);
    case 'html':
      return htmlPage();
    case 'redirect':
      return c.redirect('/');
    default:
      return undefined;
  }
}

/** The response that replaces the handler's own; undefined if the fault leaves that alone. */
async function replacement(c: Context<ApiEnv>, rule: FaultRule): Promise<Response | undefined> {
  switch (rule.fault) {
    case 'hang-after':
      return hang(c.env);
    case 'cut-after':
      return cut(c.env);
    case '5xx-after':
      return problem(c, 500, 'Injected 500');
    case 'html-after':
      return htmlPage();
    case 'empty-body':
      return damaged(c.res, () => '');
    case 'malformed-json':
      return damaged(c.res, (body) => body.slice(0, Math.ceil(body.length / 2)));
    case 'slow-body':
      return slowly(c.res, rule.delayMs);
    default:
      return undefined;
  }
}
