import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { expect, test } from 'vitest';
import { RedactingExporter } from './redacting-exporter.ts';

test('only the harmless parts of a span are exported', () => {
  const sent = new InMemorySpanExporter();
  const exporter = new RedactingExporter(sent);
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const span = provider.getTracer('test').startSpan('GET /load?signed_payload_jwt=secret', {
    attributes: {
      'http.route': '/load',
      'http.target': '/load?signed_payload_jwt=secret',
      'next.span_name': 'GET /load?signed_payload_jwt=secret',
      'user.email': 'secret@example.com',
    },
    links: [
      { context: { traceId: '1', spanId: '1', traceFlags: 1 }, attributes: { of: 'secret' } },
    ],
  });
  span.recordException(new Error('secret'));
  span.setStatus({ code: 2, message: 'secret' });
  span.end();
  const [left] = sent.getFinishedSpans();
  expect(left).toMatchObject({
    name: 'GET /load',
    status: { code: 2 },
    attributes: { 'http.route': '/load' },
  });
  const { resource: _, ...text } = left ?? {};
  expect(JSON.stringify(text)).not.toContain('secret');
});

test("the status is that of the route and not that of Next's span around it", () => {
  const sent = new InMemorySpanExporter();
  const exporter = new RedactingExporter(sent);
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const tracer = provider.getTracer('test');
  for (const route of [{}, { 'next.route': '/load' }]) {
    tracer.startSpan('GET', { attributes: { 'http.status_code': 401, ...route } }).end();
  }
  expect(sent.getFinishedSpans().map(({ attributes }) => attributes)).toEqual([
    {},
    { 'http.status_code': 401, 'next.route': '/load' },
  ]);
});
