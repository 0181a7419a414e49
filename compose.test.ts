import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from './lib/config.ts';

const service = z.object({
  environment: z.record(z.string(), z.string()),
  read_only: z.literal(true),
  security_opt: z.array(z.string()),
  tmpfs: z.array(z.string()),
});
const compose = z.object({ services: z.object({ app: service, database: service }) });

const { app, database } = compose.parse(parse(readFileSync('compose.yaml', 'utf8'))).services;

test('both services have a read-only file system and a writable /tmp', () => {
  for (const { tmpfs, security_opt } of [app, database]) {
    expect(tmpfs).toContain('/tmp');
    expect(security_opt).toEqual(['no-new-privileges:true']);
  }
});

test('compose.yaml has no secrets: each comes from the environment, or the start fails', () => {
  const values = { ...app.environment, ...database.environment };
  const secret = Object.keys(values).filter((name) => /password|secret|key|url/i.test(name));
  expect(secret).toEqual(['DATABASE_URL', 'POSTGRES_PASSWORD']);
  for (const name of secret) expect(values[name]).toContain('${POSTGRES_PASSWORD:?');
});

test("the app's environment is a valid configuration for the database service", () => {
  const password = '0123456789abcdef';
  const interpolated = Object.fromEntries(
    Object.entries(app.environment).map(([name, value]) => [
      name,
      value.replace(/\$\{POSTGRES_PASSWORD:[^}]*\}/, password),
    ]),
  );
  const { database: settings, host } = readConfig({
    APP_URL: 'https://segments.example.com',
    BIGCOMMERCE_CLIENT_ID: 'id',
    BIGCOMMERCE_CLIENT_SECRET: 'secret',
    TOKEN_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
    ...interpolated,
  });
  const { POSTGRES_USER: user, POSTGRES_DB: name } = database.environment;
  expect(host).toBe('0.0.0.0');
  expect(settings.address).toMatchObject({
    kind: 'postgres',
    connectionString: `postgres://${user}:${password}@database:5432/${name}`,
  });
});
