import 'server-only';
import { z } from 'zod';
import { type DatabaseSettings, parseDatabaseUrl } from './database/settings.ts';

/**
 * The process's configuration, validated once. Times are in seconds.
 */
export interface Config {
  appUrl: string;
  host: string;
  port: number;
  bigcommerce: { clientId: string; clientSecret: string; apiUrl: string; loginUrl: string };
  controlPanelOrigins: string[];
  /**
   * Address of the script that reports a log-out of the control panel; undefined to load none.
   */
  controlPanelScriptUrl: string | undefined;
  /** Newest first: the first key encrypts, all of them decrypt. */
  encryptionKeys: { id: string; key: Uint8Array }[];
  database: DatabaseSettings;
  loadMaxAge: number;
  session: { idleLifetime: number; absoluteLifetime: number };
  /** How long the server goes on accepting connections after the signal to stop. */
  shutdownDelay: number;
  /** How many of the operator's own proxies every request passes. */
  trustedProxyHops: number;
  logLevel: (typeof logLevels)[number];
  /** The address of OpenTelemetry's collector; undefined to export nothing. */
  telemetryEndpoint: string | undefined;
}

/** Its message lists every variable that is missing or wrong, one per line. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function isSafeUrl(value: string): boolean {
  const url = URL.parse(value);
  if (!url) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
}

const safeUrl = z
  .string()
  .refine(isSafeUrl, 'must be an https:// address (http:// is accepted for localhost only)');

const origin = safeUrl
  .refine((value) => {
    const url = URL.parse(value);
    return url?.pathname === '/' && !url.search && !url.hash && !url.username;
  }, 'must be an origin: no path, query or credentials')
  .transform((value) => new URL(value).origin);

const secret = z.string().min(1);

const panelOrigins = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .refine(
    (list) =>
      list.length > 0 &&
      list.every(
        (item) =>
          /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/.test(item) &&
          isSafeUrl(item.replace('*.', '')),
      ),
    'must be a list of origins, such as https://*.mybigcommerce.com',
  );

const encryptionKeys = z.string().transform((value, context) => {
  const keys = value.split(',').map((entry) => {
    const [id = '', encoded = ''] = entry.trim().split(/:(.*)/s);
    return { id, key: new Uint8Array(Buffer.from(encoded, 'base64')) };
  });
  const wellFormed = keys.every(({ id, key }) => /^[\w-]{1,32}$/.test(id) && key.length === 32);
  if (!wellFormed || new Set(keys.map(({ id }) => id)).size !== keys.length) {
    context.addIssue(
      'must be id:base64 pairs separated by commas, each id once, each key 32 bytes',
    );
  }
  return keys;
});

const seconds = (fallback: number, max: number) =>
  z.coerce.number('must be a number of seconds').int().min(1).max(max).default(fallback);

const databaseUrl = z.string().transform((value, context) => {
  const address = parseDatabaseUrl(value);
  if (address) return address;
  context.addIssue(
    'must be file:PATH or postgres://…, with sslmode disable, require, verify-full or no-verify',
  );
  return z.NEVER;
});

const day = 86_400;

const schema = z.object({
  APP_URL: origin,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('must be a port number').int().min(1).max(65_535).default(3000),
  BIGCOMMERCE_CLIENT_ID: secret,
  BIGCOMMERCE_CLIENT_SECRET: secret,
  BIGCOMMERCE_API_URL: origin.default('https://api.bigcommerce.com'),
  BIGCOMMERCE_LOGIN_URL: origin.default('https://login.bigcommerce.com'),
  CONTROL_PANEL_ORIGINS: panelOrigins.default(['https://*.mybigcommerce.com']),
  CONTROL_PANEL_SCRIPT_URL: z.union([z.literal('off'), safeUrl]).optional(),
  TOKEN_ENCRYPTION_KEYS: encryptionKeys,
  DATABASE_URL: databaseUrl.prefault('file:./data/customer-segments.sqlite'),
  DATABASE_POOL_SIZE: z.coerce.number('must be a number').int().min(2).max(1000).default(10),
  DATABASE_STATEMENT_TIMEOUT: seconds(5, 600),
  LOAD_MAX_AGE: seconds(600, day),
  SESSION_IDLE_LIFETIME: seconds(4 * 3600, 30 * day),
  SESSION_ABSOLUTE_LIFETIME: seconds(day, 90 * day),
  SHUTDOWN_DELAY: z.coerce.number('must be a number of seconds').int().min(0).max(300).default(0),
  TRUSTED_PROXY_HOPS: z.coerce.number('must be a number').int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .optional(),
});

/** The names of all variables. */
export const variables = Object.keys(schema.shape);

/**
 * Reads the environment. Empty values count as unset.
 * @throws {ConfigError} that lists every variable that is missing or malformed, without its value
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `  ${name}: ${name in given ? message : 'is missing'}`;
    });
    throw new ConfigError(
      `The configuration is not complete:\n${[...new Set(problems)].join('\n')}\nSee .env.example for what each variable means.`,
    );
  }
  const values = result.data;
  const production = env.NODE_ENV === 'production';
  const script =
    values.CONTROL_PANEL_SCRIPT_URL ??
    (production ? 'https://cdn.bigcommerce.com/jssdk/bc-sdk.js' : 'off');
  return {
    appUrl: values.APP_URL,
    host: values.HOST,
    port: values.PORT,
    bigcommerce: {
      clientId: values.BIGCOMMERCE_CLIENT_ID,
      clientSecret: values.BIGCOMMERCE_CLIENT_SECRET,
      apiUrl: values.BIGCOMMERCE_API_URL,
      loginUrl: values.BIGCOMMERCE_LOGIN_URL,
    },
    controlPanelOrigins: values.CONTROL_PANEL_ORIGINS,
    controlPanelScriptUrl: script === 'off' ? undefined : script,
    encryptionKeys: values.TOKEN_ENCRYPTION_KEYS,
    database: {
      address: values.DATABASE_URL,
      poolSize: values.DATABASE_POOL_SIZE,
      statementTimeout: values.DATABASE_STATEMENT_TIMEOUT,
    },
    loadMaxAge: values.LOAD_MAX_AGE,
    session: {
      idleLifetime: values.SESSION_IDLE_LIFETIME,
      absoluteLifetime: values.SESSION_ABSOLUTE_LIFETIME,
    },
    shutdownDelay: values.SHUTDOWN_DELAY,
    trustedProxyHops: values.TRUSTED_PROXY_HOPS,
    logLevel: values.LOG_LEVEL,
    telemetryEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

let current: Config | undefined;

/** The process's configuration, read from the environment at first use. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}
