import 'server-only';
import { type Logger, pino } from 'pino';
import { processSingleton } from './process-singleton.ts';

export type { Logger };

/** Keys whose values never reach a log, at the top level or one object down. */
const secretKeys = [
  'accessToken',
  'access_token',
  'authorization',
  'clientSecret',
  'client_secret',
  'code',
  'cookie',
  'email',
  'jwt',
  'launch',
  'sealedToken',
  'signed_payload_jwt',
  'token',
  'x-auth-token',
];

/** Builds the logger: JSON lines in production, readable text elsewhere. */
export function createLogger(options: {
  level: string;
  pretty: boolean;
  destination?: NodeJS.WritableStream;
}): Logger {
  const settings = {
    level: options.level,
    base: null,
    redact: {
      paths: secretKeys.flatMap((key) => [`["${key}"]`, `*["${key}"]`]),
      censor: '[redacted]',
    },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  if (options.destination) return pino(settings, options.destination);
  if (options.pretty) {
    const { formatters: _, ...rest } = settings;
    return pino({ ...rest, transport: { target: 'pino-pretty', options: { singleLine: true } } });
  }
  return pino(settings);
}

/** The process's logger. Reads `LOG_LEVEL` itself, so that it works before the configuration is valid. */
export const log: Logger = processSingleton('log', () =>
  createLogger({
    level: process.env.LOG_LEVEL || 'info',
    pretty: process.env.NODE_ENV !== 'production',
  }),
);
