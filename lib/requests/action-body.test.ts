import { expect, test } from 'vitest';
import { refuseAction } from './action-body.ts';

async function statusOf(body: string, headers: Record<string, string> = {}, method = 'POST') {
  const request = new Request('http://localhost/stores/abc/segments', {
    method,
    body,
    headers: { 'next-action': 'id', 'content-type': 'text/plain;charset=UTF-8', ...headers },
  });
  return (await refuseAction(request, 'https://app.test'))?.status;
}

test('row 25: the arguments that the client sends are accepted', async () => {
  const input = { name: '$$5 off', description: '', ids: ['a'], nothing: null, many: 3 };
  expect(await statusOf(JSON.stringify(['token', input]))).toBeUndefined();
  expect(await statusOf(JSON.stringify(['$undefined', {}]))).toBeUndefined();
});

test('row 25: up to 64 KB are accepted, with and without Content-Length', async () => {
  const exactly = JSON.stringify(['a'.repeat(64 * 1024 - 4)]);
  expect(await statusOf(exactly)).toBeUndefined();
  expect(await statusOf(`${exactly} `)).toBe(413);
  expect(await statusOf('[]', { 'content-length': '65537' })).toBe(413);
});

test.each([
  ['nothing', ''],
  ['cut off', '["token"'],
  ['no list', '{}'],
  ['a text', '"token"'],
  ['deeply nested lists', '['.repeat(30_000) + ']'.repeat(30_000)],
  ['deeply nested records', `[${'{"a":'.repeat(9)}1${'}'.repeat(9)}]`],
  ['a prototype', '["token",{"__proto__":{"admin":true}}]'],
  ['a prototype further down', '["token",{"a":[{"__proto__":1}]}]'],
  ['a reference', '["$1:constructor"]'],
  ['a function', '[{"name":"$F1"}]'],
  ['a long number', `["$n${'9'.repeat(400)}"]`],
])('row 25: arguments that are %s are refused', async (_, body) => {
  expect(await statusOf(body)).toBe(400);
});

test.each(['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/html'])(
  'row 25: %s starts no action',
  async (type) => {
    expect(await statusOf('[]', { 'content-type': type })).toBe(415);
  },
);

test.each([
  ['https://app.test', undefined],
  ['https://app.test:8443', 403],
  ['http://app.test', 403],
  ['https://evil.example', 403],
  ['null', 403],
  [':::', 403],
])('row 24: from the origin %s the answer is %s', async (origin, status) => {
  expect(await statusOf('[]', { origin })).toBe(status);
});

test('row 24: a form without JavaScript starts no action, and neither does another method', async () => {
  const form = new FormData();
  form.set('$ACTION_ID_abc', '');
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  expect((await refuseAction(request, 'https://app.test'))?.status).toBe(405);
  expect(await statusOf('[]', {}, 'PUT')).toBe(405);
});
