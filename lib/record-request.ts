import 'server-only';
import { log } from './log.ts';
import type { RequestContext } from './request-context.ts';
import { countRequest } from './telemetry/metrics.ts';
import { describeRequest } from './telemetry/spans.ts';

/** Records a request that has ended: the one line that every request logs, metric and trace. */
export function recordRequest(
  context: RequestContext,
  line: { route: string; status: number; storeHash?: string | undefined; outcome?: string },
  level: 'info' | 'warn' = 'info',
): void {
  const entry = {
    ...line,
    requestId: context.id,
    durationMs: Math.round(performance.now() - context.startedAt),
  };
  log[level](entry);
  countRequest(entry);
  describeRequest(entry);
}
