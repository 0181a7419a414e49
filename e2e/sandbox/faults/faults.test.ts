import { beforeEach, describe, expect, test } from 'vitest';
import { type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash } from '../seed/stores.ts';
import { type NewFaultRule, refusals } from './fault-rules.ts';

const sandbox = sandboxForTests();
const pair = [{ name: 'First' }, { name: 'Second' }];

let api: StoreApi;
beforeEach(async () => {
  api = await sandbox.api(auroraHash);
});

function fault(rule: Partial<NewFaultRule> & Pick<NewFaultRule, 'fault'>): Promise<void> {
  return sandbox.control.addFault({ path: '/v3/segments', ...rule });
}

function create(init?: RequestInit): Promise<Response> {
  return api('POST', '/v3/segments', pair, init);
}

async function created(): Promise<number> {
  return (await sandbox.control.state(auroraHash)).segments.length - 240;
}

test.each(refusals)('%s refuses the request and changes nothing', async (kind) => {
  await fault({ fault: kind, resetMs: 1_234 });
  const answer = await create();
  expect(answer.status).toBe(Number.parseInt(kind, 10));
  const reset = answer.headers.get('x-rate-limit-time-reset-ms');
  expect(reset).toBe(kind === '429' ? '1234' : null);
  expect(await created()).toBe(0);
  expect((await create()).status).toBe(201);
});

describe.each([
  ['cut', 0],
  ['cut-after', 2],
] as const)('%s', (kind, effect) => {
  test(`destroys the connection after creating ${effect} segments`, async () => {
    await fault({ fault: kind });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(await created()).toBe(effect);
    expect((await sandbox.control.log()).at(-1)).toMatchObject({ fault: kind, status: null });
  });
});

describe.each([
  ['hang', 0],
  ['hang-after', 2],
] as const)('%s', (kind, effect) => {
  test(`never answers after creating ${effect} segments`, async () => {
    await fault({ fault: kind });
    const caller = new AbortController();
    const answer = create({ signal: caller.signal });
    answer.catch(() => {});
    await expect
      .poll(async () => (await sandbox.control.log()).at(-1))
      .toMatchObject({ fault: kind });
    await expect.poll(created).toBe(effect);
    caller.abort();
    await expect(answer).rejects.toThrow('aborted');
    expect(await created()).toBe(effect);
    await expect
      .poll(async () => (await sandbox.control.log()).at(-1))
      .toMatchObject({ fault: kind, status: null, finishedAt: expect.any(Number) });
  });
});

test.each([
  ['html', 0],
  ['html-after', 2],
] as const)('%s sends an HTML page after creating %i segments', async (kind, effect) => {
  await fault({ fault: kind });
  const answer = await create();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/html; charset=utf-8',
  ]);
  expect(await created()).toBe(effect);
});

test('redirect sends the client elsewhere and changes nothing', async () => {
  await fault({ fault: 'redirect' });
  const answer = await create({ redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/']);
  expect(await created()).toBe(0);
});

test('5xx-after answers 500 although everything was created', async () => {
  await fault({ fault: '5xx-after' });
  expect((await create()).status).toBe(500);
  expect(await created()).toBe(2);
});

describe('partial', () => {
  test('creates the first half of a batch', async () => {
    await fault({ fault: 'partial' });
    const answer = await create();
    expect([answer.status, await answer.json()]).toMatchObject([
      207,
      {
        data: [{ name: 'First' }],
        errors: [{ status: 500 }],
        meta: { total: 2, success: 1, failed: 1 },
      },
    ]);
    expect(await created()).toBe(1);
  });

  test('deletes the first half of the ids', async () => {
    const ids = (await sandbox.control.state(auroraHash)).segments.slice(0, 4).map(({ id }) => id);
    await fault({ fault: 'partial', method: 'DELETE' });
    expect((await api('DELETE', `/v3/segments?id:in=${ids.join(',')}`)).status).toBe(207);
    expect(await created()).toBe(-2);
  });
});

describe('the right response', () => {
  test('arrives without a body', async () => {
    await fault({ fault: 'empty-body' });
    const answer = await create();
    expect([answer.status, await answer.text()]).toEqual([201, '']);
  });

  test('arrives cut short', async () => {
    await fault({ fault: 'malformed-json' });
    await expect((await create()).json()).rejects.toThrow(SyntaxError);
  });

  test('arrives late', async () => {
    await fault({ fault: 'slow', delayMs: 60 });
    await create();
    const entry = (await sandbox.control.log()).at(-1);
    expect((entry?.finishedAt ?? 0) - (entry?.startedAt ?? 0)).toBeGreaterThanOrEqual(59);
  });

  test('arrives in pieces', async () => {
    await fault({ fault: 'slow-body', delayMs: 20 });
    expect(await (await create()).json()).toMatchObject({ data: pair });
  });

  test('sends its headers before a slow body', async () => {
    await fault({ fault: 'slow-body', delayMs: 600_000 });
    const caller = new AbortController();
    const answer = await create({ signal: caller.signal });
    expect(answer.status).toBe(201);
    caller.abort();
    await expect(answer.text()).rejects.toThrow('aborted');
  });
});

describe('a rule', () => {
  test('applies to its method and path only', async () => {
    await fault({ fault: '500', method: 'DELETE' });
    await fault({ fault: '503', path: 'v3/segments.*page=2' });
    expect((await api('GET', '/v3/segments')).status).toBe(200);
    expect((await api('GET', '/v3/segments?page=2')).status).toBe(503);
    expect((await api('DELETE', '/v3/segments')).status).toBe(500);
  });

  test('skips and repeats as often as configured', async () => {
    await fault({ fault: '500', skip: 1, times: 2 });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await api('GET', '/v3/segments')).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  test('can be cleared', async () => {
    await fault({ fault: '500', times: 100 });
    await sandbox.control.clearFaults();
    expect((await api('GET', '/v3/segments')).status).toBe(200);
  });

  test('also applies to the login', async () => {
    await fault({ fault: '503', path: '/oauth2/token' });
    expect((await fetch(`${sandbox.url}/oauth2/token`, { method: 'POST' })).status).toBe(503);
  });
});
