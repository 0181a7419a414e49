import { expect, test } from 'vitest';
import { addressOf } from './client-address.ts';

function address(remoteAddress: string, forwardedFor?: string, hops = 0): string {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return addressOf({ socket: { remoteAddress }, headers }, hops);
}

test('row 31: without trusted proxies, X-Forwarded-For is ignored', () => {
  expect(address('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
});

test('row 31: behind proxies the entry of the outermost counts, and those before it are ignored', () => {
  expect(address('10.0.0.1', '6.6.6.6, 203.0.113.9', 1)).toBe('203.0.113.9');
  expect(address('10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
});

test.each([undefined, '', 'unknown', '203.0.113.9'])(
  'row 31: X-Forwarded-For %j of a caller who went around the proxies is not believed',
  (forwardedFor) => {
    expect(address('10.0.0.1', forwardedFor, 2)).toBe('10.0.0.1');
  },
);

test('row 31: an IPv6 network of 64 bits is one caller', () => {
  expect(address('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64');
  expect(address('2001:db8:1:2:bbbb:0:0:2')).toBe('2001:db8:1:2::/64');
  expect(address('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(address('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(address('::1')).toBe('0:0:0:0::/64');
});

test('row 31: an IPv4 address is the same one however the socket writes it', () => {
  expect(address('::ffff:203.0.113.9')).toBe(address('203.0.113.9'));
});
