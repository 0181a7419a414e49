import { expect, test } from 'vitest';
import { launchCodeHeader, takeLaunchCode } from './launch-address.ts';

const code = 'c'.repeat(43);

function taken(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = { method, url, headers: { ...headers } };
  takeLaunchCode(request);
  return { url: request.url, code: request.headers[launchCodeHeader] };
}

test("row 30: a page's launch code moves out of its address, and the rest stays", () => {
  expect(taken(`/stores/abc/segments?launch=${code}`)).toEqual({
    url: '/stores/abc/segments',
    code,
  });
  expect(taken('/stores/abc/segments?search=a%26b&launch=code&page=2').url).toBe(
    '/stores/abc/segments?search=a%26b&page=2',
  );
});

test.each([
  '/stores/abc/segments',
  '/stores/abc/segments?search=launch',
  '/api/segments?launch=code',
  '/load?launch=code',
  '//evil.example/?launch=code',
  '*',
])('%s stays as it is', (url) => {
  expect(taken(url)).toEqual({ url, code: undefined });
});

test.each([
  `launch=${code}&launch=${code}`,
  'launch=',
  'launch=%00',
  `launch=${code.slice(1)}%80`,
  `launch=${code}%0d%0a`,
])('%s holds no code, and leaves the address', (query) => {
  expect(taken(`/stores/abc/segments?${query}`)).toEqual({
    url: '/stores/abc/segments',
    code: undefined,
  });
});

test.each(['HEAD', 'POST'])('row 8: %s spends no code', (method) => {
  expect(taken(`/stores/abc/segments?launch=${code}`, {}, method)).toEqual({
    url: '/stores/abc/segments',
    code: undefined,
  });
});

test("a client's own header does not count", () => {
  expect(taken('/stores/abc/segments', { [launchCodeHeader]: code }).code).toBeUndefined();
});
