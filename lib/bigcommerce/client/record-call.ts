import 'server-only';
import { type Attributes, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { instruments } from '../../telemetry/metrics.ts';
import type { RequestLogEntry } from './connection.ts';

/** An attempt at a request to BigCommerce. A request to its login has no store and no limiter. */
type Call = Pick<RequestLogEntry, 'method' | 'route' | 'status' | 'failure' | 'durationMs'> &
  Partial<Pick<RequestLogEntry, 'storeHash' | 'attempt' | 'waitedMs'>>;

/**
 * Records an attempt that has just ended, as a metric and as a span of the trace.
 * @param startedAt epoch milliseconds
 */
export function recordCall(call: Call, startedAt: number): void {
  const { calls, waits } = instruments();
  const described = attributes({
    'http.request.method': call.method,
    'url.template': call.route,
    'http.response.status_code': call.status,
    'error.type': call.failure,
  });
  calls.record(call.durationMs / 1000, described);
  if (call.waitedMs !== undefined) waits.record(call.waitedMs / 1000);
  const span = trace.getTracer('customer-segments').startSpan(`${call.method} ${call.route}`, {
    kind: SpanKind.CLIENT,
    startTime: startedAt,
    attributes: attributes({
      ...described,
      'app.store_hash': call.storeHash,
      'bigcommerce.attempt': call.attempt,
      'bigcommerce.limiter_wait_ms': call.waitedMs,
    }),
  });
  if (call.status === undefined || call.status >= 400) {
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end(startedAt + call.durationMs);
}

function attributes(values: Attributes): Attributes {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
