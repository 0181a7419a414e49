import 'server-only';
import { SpanStatusCode, trace } from '@opentelemetry/api';

/** Not kept, because the tracer changes when the SDK starts. */
const tracer = () => trace.getTracer('customer-segments');

/** Runs some work in a span of the current trace. */
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

/** Adds the request's id, store and status to the current span, as in its log line. */
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
