import 'server-only';
import { stdSerializers } from 'pino';

/** Also matches parts of a key: `Authorization`, `X-Auth-Token`, `sealed_token`, `launchCode`. */
const secretKey = /token|secret|password|authorization|cookie|jwt|email|launch/i;

/** Values below this depth are not useful in a log line. */
const MAX_DEPTH = 6;

/**
 * The fields of a log line without secrets and personal data, at any depth.
 */
export function redact(fields: object): Record<string, unknown> {
  return redactEntries(fields, MAX_DEPTH);
}

function redactEntries(fields: object, depth: number): Record<string, unknown> {
  // The code of an error (`ECONNREFUSED`) is useful; any other `code` is a secret of OAuth.
  const isError = 'stack' in fields;
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      const isSecret = secretKey.test(key) || (key.toLowerCase() === 'code' && !isError);
      return [key, isSecret ? '[redacted]' : redactValue(value, depth - 1)];
    }),
  );
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0 || ArrayBuffer.isView(value)) return '[left out]';
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth - 1));
  if (value instanceof Error) return redactEntries(stdSerializers.err(value), depth);
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return redactValue(value.toJSON(), depth - 1);
  }
  return redactEntries(value, depth);
}
