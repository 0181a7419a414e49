import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { blankEnvironment } from './blank-environment.ts';

const loader = createRequire(import.meta.resolve('next')).resolve('@next/env');
const load = `require(${JSON.stringify(loader)}).loadEnvConfig('.');
  console.log(JSON.stringify({ hops: process.env.TRUSTED_PROXY_HOPS, age: process.env.LOAD_MAX_AGE }))`;

/** The variables that Next loads from the `.env` files in a folder. */
function loaded(cwd: string, env: Record<string, string>): unknown {
  const options = { cwd, env: { NODE_ENV: 'production', ...env } } as const;
  return JSON.parse(execFileSync(process.execPath, ['-e', load], options).toString());
}

test("variables in a developer's .env files do not reach the app", () => {
  const folder = mkdtempSync(join(tmpdir(), 'customer-segments-'));
  writeFileSync(join(folder, '.env'), 'TRUSTED_PROXY_HOPS=2\n');
  writeFileSync(join(folder, '.env.production.local'), 'export LOAD_MAX_AGE="5"\n');
  expect(loaded(folder, {})).toEqual({ hops: '2', age: '5' });
  expect(loaded(folder, blankEnvironment(folder))).toEqual({ hops: '', age: '' });
  rmSync(folder, { recursive: true });
});

test('the app treats every variable of .env.example as unset when it is empty', () => {
  const key = Buffer.alloc(32).toString('base64');
  const required = {
    APP_URL: 'https://segments.example.com',
    BIGCOMMERCE_CLIENT_ID: 'client',
    BIGCOMMERCE_CLIENT_SECRET: 'secret',
    TOKEN_ENCRYPTION_KEYS: `k1:${key}`,
  };
  const blank = blankEnvironment('.');
  expect(blank).toHaveProperty('TRUSTED_PROXY_HOPS', '');
  expect(readConfig({ ...blank, ...required })).toEqual(readConfig(required));
});
