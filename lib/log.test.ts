import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createLogger } from './log.ts';

function logged(fields: object): string {
  const destination = new PassThrough();
  createLogger({ level: 'info', pretty: false, destination }).info(fields, 'line');
  return String(destination.read());
}

test('one JSON object a line, with the level by name', () => {
  const line = JSON.parse(logged({ route: '/load', status: 303 }));
  expect(line).toMatchObject({ level: 'info', msg: 'line', route: '/load', status: 303 });
});

test.each([
  'accessToken',
  'authorization',
  'client_secret',
  'code',
  'email',
  'launch',
  'sealedToken',
  'signed_payload_jwt',
  'token',
  'x-auth-token',
])('%s is redacted at the top and one level down', (key) => {
  expect(logged({ [key]: 'canary-1', nested: { [key]: 'canary-2' } })).not.toMatch(/canary/);
});
