import 'server-only';
import { SpanStatusCode, trace } from '@opentelemetry/api';

/** Not kept: a tracer from before the SDK starts is another one than after. */
const tracer = () => trace.getTracer('customer-segments');

/** Runs some work as a part of the trace that it belongs to. */
export async function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer().startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Ties the trace to the log line of the same request. */
export function describeRequest(request: {
  requestId: string;
  storeHash?: string | undefined;
  status?: number;
}): void {
  trace.getActiveSpan()?.setAttributes({
    'app.request_id': request.requestId,
    ...(request.status === undefined ? {} : { 'app.outcome': request.status }),
    ...(request.storeHash === undefined ? {} : { 'app.store_hash': request.storeHash }),
  });
}
