import { spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createLogger } from './log.ts';

function logged(fields: object): string {
  const destination = new PassThrough();
  createLogger({ level: 'info', pretty: false, destination }).info(fields, 'line');
  return String(destination.read());
}

test('each line is a JSON object with the name of the level', () => {
  const line = JSON.parse(logged({ route: '/load', status: 303 }));
  expect(line).toMatchObject({ level: 'info', msg: 'line', route: '/load', status: 303 });
});

test.each([
  ['development', /^\[.+\] INFO: line \{"route":"\/load"\}$/m],
  ['production', /^\{"level":"info",.*"route":"\/load","msg":"line"\}$/m],
] as const)('in %s the process logs what is read there', (environment, line) => {
  const script = "import('./lib/log.ts').then(({ log }) => log.info({ route: '/load' }, 'line'))";
  const { stdout } = spawnSync(process.execPath, ['--conditions=react-server', '--eval', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: environment, LOG_LEVEL: 'info' },
  });
  expect(stripVTControlCharacters(stdout)).toMatch(line);
});

describe('row 30: no line contains a secret', () => {
  test.each([
    'accessToken',
    'Authorization',
    'client_secret',
    'code',
    'Cookie',
    'email',
    'launch',
    'launchCode',
    'sealed_token',
    'signed_payload_jwt',
    'token',
    'x-auth-token',
    'X-Auth-Token',
  ])('%s is redacted at every depth', (key) => {
    const secret = { [key]: 'canary' };
    const line = logged({ ...secret, one: { ...secret, two: { three: [secret] } } });
    expect(line).not.toContain('canary');
    expect(line.match(/\[redacted\]/g)).toHaveLength(3);
  });

  test('not even one that an error holds', () => {
    const request = { headers: { 'X-Auth-Token': 'canary' }, body: Buffer.from('canary') };
    const line = logged({ err: Object.assign(new Error('no answer'), { request }) });
    expect(line).not.toContain('canary');
    expect(line).not.toContain(String([...Buffer.from('canary')]));
  });

  test('values nested too deeply, or in themselves, are left out', () => {
    const loop: Record<string, unknown> = {};
    loop.loop = loop;
    expect(logged({ loop })).toContain('[left out]');
  });
});

test('an error is logged with its type, message, stack and code', () => {
  const err = Object.assign(new TypeError('no answer'), { code: 'ECONNREFUSED' });
  expect(JSON.parse(logged({ err }))).toMatchObject({
    err: {
      type: 'TypeError',
      message: 'no answer',
      stack: expect.stringContaining('log.test.ts'),
      code: 'ECONNREFUSED',
    },
  });
});
