import type { Instrumentation } from 'next';

/** Runs once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startTelemetry } = await import('./lib/telemetry/telemetry.ts');
  await startTelemetry();
}

/** Logs the errors that Next catches, in the format of all other log lines. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('./lib/log.ts');
  log.error({ err: error, route: context.routePath, kind: context.routeType }, 'request failed');
};
