import 'server-only';
import { type Logger, pino } from 'pino';
import { logLevels } from './config.ts';
import { processSingleton } from './process/process-singleton.ts';
import { redact } from './redact.ts';

export type { Logger };

/** Builds the logger: JSON lines in production, readable text elsewhere. */
export function createLogger(options: {
  level: string;
  pretty: boolean;
  /** Where lines go in production. */
  destination?: NodeJS.WritableStream;
}): Logger {
  const settings = {
    level: options.level,
    base: null,
    formatters: { log: redact },
    // `redact` has already turned errors into plain values.
    serializers: { err: (err: unknown) => err },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  if (options.pretty) {
    const transport = { target: 'pino-pretty', options: { singleLine: true } };
    return pino({ ...settings, transport });
  }
  const level = (label: string) => ({ level: label });
  const json = { ...settings, formatters: { ...settings.formatters, level } };
  // Pino's own stream waits for a reader that stalls, and throws when the disk is full.
  return pino(json, options.destination ?? process.stdout);
}

/**
 * The process's logger. It reads `LOG_LEVEL` itself, so that it can also report that the
 * configuration is not valid.
 */
export const log: Logger = processSingleton('log', () =>
  createLogger({
    level: logLevels.find((level) => level === process.env.LOG_LEVEL) ?? 'info',
    pretty: process.env.NODE_ENV !== 'production',
  }),
);
