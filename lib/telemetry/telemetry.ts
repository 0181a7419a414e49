import 'server-only';
import { config } from '../config.ts';
import { log } from '../log.ts';
import { processSingleton } from '../process/process-singleton.ts';

/** Milliseconds for the last export: a collector that is gone must not keep the process. */
const LAST_EXPORT_MS = 3_000;

const telemetry = processSingleton('telemetry', (): { shutdown?: () => Promise<unknown> } => ({}));

/**
 * Starts OpenTelemetry where the configuration names a collector. Nothing of its SDK is loaded
 * elsewhere, and what the code records then goes nowhere.
 */
export async function startTelemetry(): Promise<void> {
  const disabled = process.env.OTEL_SDK_DISABLED?.toLowerCase() === 'true';
  if (!config().telemetryEndpoint || disabled || telemetry.shutdown) return;
  const { startSdk } = await import('./sdk.ts');
  telemetry.shutdown = startSdk(process.env);
  log.info('telemetry started');
}

/** Sends what has been recorded and not sent yet. */
export async function stopTelemetry(): Promise<void> {
  if (!telemetry.shutdown) return;
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, LAST_EXPORT_MS);
  await Promise.race([telemetry.shutdown(), late.promise]);
  clearTimeout(timer);
}
