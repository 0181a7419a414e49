import 'server-only';
import { config } from '../config.ts';
import { log } from '../log.ts';
import { processSingleton } from '../process/process-singleton.ts';

/** Milliseconds for the last export, so that a collector that is down does not delay the stop. */
const LAST_EXPORT_MS = 3_000;

const telemetry = processSingleton('telemetry', (): { shutdown?: () => Promise<unknown> } => ({}));

/**
 * Starts OpenTelemetry if the configuration names a collector. Otherwise its SDK is not loaded, and
 * spans and metrics are dropped.
 */
export async function startTelemetry(): Promise<void> {
  const disabled = process.env.OTEL_SDK_DISABLED?.toLowerCase() === 'true';
  if (!config().telemetryEndpoint || disabled || telemetry.shutdown) return;
  const { startSdk } = await import('./sdk.ts');
  telemetry.shutdown = startSdk(process.env);
  log.info('telemetry started');
}

/** Exports what has been recorded and not exported yet. */
export async function stopTelemetry(): Promise<void> {
  if (!telemetry.shutdown) return;
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, LAST_EXPORT_MS);
  await Promise.race([telemetry.shutdown(), late.promise]);
  clearTimeout(timer);
}
