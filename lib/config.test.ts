import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, variables } from './config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const complete = {
  APP_URL: 'https://segments.example.com',
  BIGCOMMERCE_CLIENT_ID: 'client',
  BIGCOMMERCE_CLIENT_SECRET: 'very-secret-value',
  TOKEN_ENCRYPTION_KEYS: `k1:${key}`,
};

function problems(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

test('an empty environment is refused with every missing name at once', () => {
  const message = problems({});
  for (const name of Object.keys(complete)) expect(message).toContain(`${name}: is missing`);
});

test('an empty variable counts as missing', () => {
  expect(problems({ ...complete, APP_URL: ' ' })).toContain('APP_URL: is missing');
});

test('the documented defaults apply', () => {
  const config = readConfig(complete);
  expect(config).toMatchObject({
    appUrl: 'https://segments.example.com',
    bigcommerce: {
      apiUrl: 'https://api.bigcommerce.com',
      loginUrl: 'https://login.bigcommerce.com',
    },
    controlPanelOrigins: ['https://*.mybigcommerce.com'],
    loadMaxAge: 600,
    session: { idleLifetime: 14_400, absoluteLifetime: 86_400 },
    trustedProxyHops: 0,
  });
  expect(config.database).toEqual({
    address: { kind: 'sqlite', path: './data/customer-segments.sqlite' },
    poolSize: 10,
    statementTimeout: 5,
  });
});

describe('the error names variables with malformed values, and never shows the values', () => {
  test.each([
    ['APP_URL', 'http://segments.example.com'],
    ['APP_URL', 'https://example.com/path'],
    ['APP_URL', 'https://user:pw@example.com'],
    ['BIGCOMMERCE_API_URL', 'http://api.example.com'],
    ['BIGCOMMERCE_LOGIN_URL', 'login.bigcommerce.com'],
    ['CONTROL_PANEL_ORIGINS', 'https://a.example; script-src *'],
    ['CONTROL_PANEL_ORIGINS', 'http://*.example.com'],
    ['TOKEN_ENCRYPTION_KEYS', 'k1:dG9vc2hvcnQ='],
    ['TOKEN_ENCRYPTION_KEYS', `k1:${key},k1:${key}`],
    ['TOKEN_ENCRYPTION_KEYS', key],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['LOAD_MAX_AGE', '0'],
    ['SESSION_IDLE_LIFETIME', '-1'],
    ['SESSION_ABSOLUTE_LIFETIME', '1.5'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'file::memory:'],
    ['DATABASE_URL', 'postgres://app:hunter2@/'],
    ['DATABASE_URL', 'postgres://app:hunter2@db/app?sslmode=prefer'],
    ['DATABASE_URL', 'postgres://app:hunter2@db/app?ssl=0'],
    ['DATABASE_POOL_SIZE', '0'],
    ['DATABASE_STATEMENT_TIMEOUT', 'forever'],
    ['TRUSTED_PROXY_HOPS', 'nginx'],
    ['TRUSTED_PROXY_HOPS', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'not a url'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ])('%s=%s', (name, value) => {
    const message = problems({ ...complete, [name]: value });
    expect(message).toContain(`${name}: `);
    expect(message).not.toContain(value);
    expect(message).not.toContain(complete.BIGCOMMERCE_CLIENT_SECRET);
  });
});

test('plain http is accepted for localhost only', () => {
  expect(readConfig({ ...complete, APP_URL: 'http://localhost:3000' }).appUrl).toBe(
    'http://localhost:3000',
  );
});

test('several encryption keys keep their order', () => {
  const other = Buffer.alloc(32, 9).toString('base64');
  const { encryptionKeys } = readConfig({
    ...complete,
    TOKEN_ENCRYPTION_KEYS: `new:${other}, old:${key}`,
  });
  expect(encryptionKeys.map(({ id }) => id)).toEqual(['new', 'old']);
  expect(encryptionKeys[0]?.key[0]).toBe(9);
});

test("the control panel's script is loaded in production unless it is turned off", () => {
  const script = (env: Record<string, string>) =>
    readConfig({ ...complete, ...env }).controlPanelScriptUrl;
  expect(script({ NODE_ENV: 'production' })).toMatch(/^https:\/\//);
  expect(script({ NODE_ENV: 'production', CONTROL_PANEL_SCRIPT_URL: 'off' })).toBeUndefined();
  expect(script({ NODE_ENV: 'development' })).toBeUndefined();
});

describe('exactly the variables that exist are documented', () => {
  test('in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(variables.toSorted());
  });

  test("in README.md's table", () => {
    const [table = ''] = /^\| variable .*?\n\n/ms.exec(readFileSync('README.md', 'utf8')) ?? [];
    const firstCells = [...table.matchAll(/^\|([^|]+)/gm)].map(([, cell]) => cell).join();
    const named = [...firstCells.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(variables.toSorted());
  });
});
