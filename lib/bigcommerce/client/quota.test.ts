import { describe, expect, test } from 'vitest';
import { Quota, readQuota } from './quota.ts';

const report = (left: number, resetMs = 30_000) => ({
  left,
  quota: 100,
  windowMs: 30_000,
  resetMs,
});

describe('reading the headers', () => {
  const read = (headers: Record<string, string>, status = 200) =>
    readQuota({ status, headers: new Headers(headers) });

  test('an answer without a reset time does not report a quota', () => {
    expect(read({ 'X-Rate-Limit-Requests-Left': '3' })).toBeUndefined();
    const soon = { 'X-Rate-Limit-Requests-Left': '3', 'X-Rate-Limit-Time-Reset-Ms': 'soon' };
    expect(read(soon)).toBeUndefined();
  });

  test('an answer without the number of requests left means none if it is a 429, and is ignored otherwise', () => {
    const headers = { 'X-Rate-Limit-Time-Reset-Ms': '5000' };
    expect(read(headers)).toBeUndefined();
    expect(read(headers, 429)).toMatchObject({ left: 0, resetMs: 5_000 });
  });

  test('no answer can hold back requests for more than ten minutes', () => {
    expect(read({ 'X-Rate-Limit-Time-Reset-Ms': '999999999999' }, 429)?.resetMs).toBe(600_000);
  });
});

describe('pace', () => {
  test('requests go at once while a fifth of the quota is left', () => {
    const quota = new Quota();
    quota.observe(report(20), 0, 0);
    expect(quota.nextAt(0, 0)).toBe(0);
  });

  test('below a fifth, what is left is spread evenly over what is left of the window', () => {
    const quota = new Quota();
    quota.observe(report(9), 0, 0);
    const sentAt: number[] = [];
    quota.sent(0);
    for (let left = 9; left > 0; left -= 1) {
      const now = quota.nextAt(sentAt.at(-1) ?? 0, 0);
      sentAt.push(now);
      quota.sent(now);
      quota.observe(report(left - 1, 30_000 - now), now, now);
    }
    expect(sentAt).toEqual([3, 6, 9, 12, 15, 18, 21, 24, 27].map((seconds) => seconds * 1_000));
    expect(quota.nextAt(27_000, 0)).toBe(30_000);
  });

  test('requests in flight count as spent', () => {
    const quota = new Quota();
    quota.observe(report(5), 0, 0);
    expect(quota.nextAt(0, 5)).toBe(30_000);
  });

  test('an answer that was overtaken does not raise what is left', () => {
    const quota = new Quota();
    quota.observe(report(30), 0, 0);
    quota.observe(report(35), 10, 10);
    expect(quota.left(10)).toBe(30);
  });

  test('a late answer from the previous window changes nothing', () => {
    const quota = new Quota();
    quota.observe(report(100), 30_100, 30_100);
    quota.observe(report(0, 10), 30_100, 30_200);
    expect(quota.left(30_200)).toBe(100);
  });

  test('the answer to a request from the previous window changes nothing, whatever reset it names', () => {
    const quota = new Quota();
    quota.observe(report(50), 0, 0);
    expect(quota.left(30_000)).toBeUndefined();
    quota.observe(report(0, 20_000), 29_000, 31_000);
    expect(quota.left(31_000)).toBeUndefined();
  });

  test('when the window is over, its quota no longer counts', () => {
    const quota = new Quota();
    quota.observe(report(0), 0, 0);
    expect(quota.nextAt(0, 0)).toBe(30_000);
    expect(quota.nextAt(30_000, 3)).toBe(30_000);
    expect(quota.left(30_000)).toBeUndefined();
  });
});
