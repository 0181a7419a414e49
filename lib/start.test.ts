import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a wrong configuration ends the server with a list of all mistakes and without a stack', () => {
  const args = ['--conditions=react-server', 'lib/start.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { NODE_ENV: 'test', LOG_LEVEL: 'loud', OTEL_EXPORTER_OTLP_ENDPOINT: 'nowhere' },
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  const named = [...stderr.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual([
    'APP_URL',
    'BIGCOMMERCE_CLIENT_ID',
    'BIGCOMMERCE_CLIENT_SECRET',
    'LOG_LEVEL',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'TOKEN_ENCRYPTION_KEYS',
  ]);
  expect(stderr).not.toMatch(/^ +at /m);
});
