import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';

/**
 * Keys of the attributes that may be exported. Next also records addresses and errors, which can
 * hold secrets.
 */
const permitted = new Set([
  'app.outcome',
  'app.request_id',
  'app.store_hash',
  'bigcommerce.attempt',
  'bigcommerce.limiter_wait_ms',
  'error.type',
  'http.method',
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'http.status_code',
  'next.route',
  'next.rsc',
  'next.span_type',
  'url.template',
]);

/** Exports spans without parts that could hold a token or personal data. */
export class RedactingExporter implements SpanExporter {
  readonly #exporter: SpanExporter;

  constructor(exporter: SpanExporter) {
    this.#exporter = exporter;
  }

  export(spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]): void {
    this.#exporter.export(spans.map(redacted), done);
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.#exporter.forceFlush?.();
  }
}

/** The span with its permitted attributes only, and without the messages of errors. */
function redacted(span: ReadableSpan): ReadableSpan {
  return {
    name: span.name.replace(/[?#].*/s, ''),
    kind: span.kind,
    spanContext: () => span.spanContext(),
    ...(span.parentSpanContext && { parentSpanContext: span.parentSpanContext }),
    startTime: span.startTime,
    endTime: span.endTime,
    status: { code: span.status.code },
    attributes: permittedOf(span.attributes),
    links: [],
    events: [],
    duration: span.duration,
    ended: span.ended,
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

function permittedOf(attributes: Attributes): Attributes {
  // Next's span around the proxy always has status 200. The route inside has its own span.
  const believed = 'next.route' in attributes || !('http.status_code' in attributes);
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([key]) => permitted.has(key) && (believed || key !== 'http.status_code'),
    ),
  );
}
