import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const attributes = z
  .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
  .default([])
  .transform((list) =>
    Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]])),
  );

const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes,
});

const metric = z.object({
  name: z.string(),
  histogram: z.object({ dataPoints: z.array(z.object({ attributes })) }).optional(),
  sum: z.object({ dataPoints: z.array(z.object({ attributes })) }).optional(),
});

const resource = z.object({ attributes });
const traces = z.object({
  resourceSpans: z.array(
    z.object({ resource, scopeSpans: z.array(z.object({ spans: z.array(span) })) }),
  ),
});
const metrics = z.object({
  resourceMetrics: z.array(
    z.object({ resource, scopeMetrics: z.array(z.object({ metrics: z.array(metric) })) }),
  ),
});

export type CollectedSpan = z.infer<typeof span>;

/** An OpenTelemetry collector that keeps what it receives as OTLP over HTTP (JSON). */
export class Collector {
  readonly spans: CollectedSpan[] = [];
  /** The attributes of the last data points, by the name of the metric. */
  readonly metrics = new Map<string, Record<string, unknown>[]>();
  readonly resources: Record<string, unknown>[] = [];
  readonly headers: Record<string, unknown>[] = [];
  /** All bodies received, as text. */
  text = '';
  readonly #server = createServer(async (request, response) => {
    const body = await json(request);
    this.text += JSON.stringify(body);
    this.headers.push(request.headers);
    if (request.url === '/v1/traces') this.#keepSpans(traces.parse(body));
    if (request.url === '/v1/metrics') this.#keepMetrics(metrics.parse(body));
    response.setHeader('content-type', 'application/json').end('{}');
  });

  /** @returns its address */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await this.#server[Symbol.asyncDispose]();
  }

  #keepSpans({ resourceSpans }: z.infer<typeof traces>): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      this.resources.push(resource.attributes);
      this.spans.push(...scopeSpans.flatMap(({ spans }) => spans));
    }
  }

  #keepMetrics({ resourceMetrics }: z.infer<typeof metrics>): void {
    for (const { scopeMetrics } of resourceMetrics) {
      for (const { name, histogram, sum } of scopeMetrics.flatMap(({ metrics }) => metrics)) {
        const { dataPoints = [] } = histogram ?? sum ?? {};
        this.metrics.set(
          name,
          dataPoints.map((point) => point.attributes),
        );
      }
    }
  }
}
