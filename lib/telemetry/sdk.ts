import 'server-only';
import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { RedactingExporter } from './redacting-exporter.ts';
import { readSampler } from './sampler.ts';

type Environment = Record<string, string | undefined>;

/**
 * Starts tracing and metrics over OTLP/HTTP. The exporters read their own environment variables.
 * @returns a function that exports what is left and ends both
 */
export function startSdk(env: Environment): () => Promise<unknown> {
  // Next's spans of outgoing requests would hold whole addresses; the app has its own.
  process.env.NEXT_OTEL_FETCH_DISABLED = '1';
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'customer-segments' }))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
  const exportEvery = milliseconds(env.OTEL_METRIC_EXPORT_INTERVAL, 60_000);
  const tracing = new TracerProvider({
    resource,
    sampler: readSampler(env.OTEL_TRACES_SAMPLER, env.OTEL_TRACES_SAMPLER_ARG),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new RedactingExporter(new OTLPTraceExporter()),
        scheduledDelayMillis: milliseconds(env.OTEL_BSP_SCHEDULE_DELAY, 5_000),
      }),
    ],
  });
  const metering = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter(),
        exportIntervalMillis: exportEvery,
        exportTimeoutMillis: Math.min(exportEvery, 30_000),
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(tracing);
  metrics.setGlobalMeterProvider(metering);
  return () => Promise.allSettled([tracing.shutdown(), metering.shutdown()]);
}

function milliseconds(text: string | undefined, fallback: number): number {
  const value = Number(text);
  return value > 0 ? value : fallback;
}
