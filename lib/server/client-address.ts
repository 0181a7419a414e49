import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { isIP, isIPv4 } from 'node:net';
import { processSingleton } from '../process/process-singleton.ts';

const addresses = processSingleton('client-addresses', () => new AsyncLocalStorage<string>());

/** Gives everything that `handle` starts the address that a request comes from. */
export function withClientAddress(
  request: IncomingMessage,
  trustedProxyHops: number,
  handle: () => void,
): void {
  addresses.run(addressOf(request, trustedProxyHops), handle);
}

/** Undefined under the development server, which is Next's own. */
export function clientAddress(): string | undefined {
  return addresses.getStore();
}

/**
 * Where a request comes from: the other end of the connection, or, behind proxies, what the
 * outermost of them saw. Each proxy adds to the end of `X-Forwarded-For`; what stands before their
 * entries was sent by the client and counts for nothing. A single client can have all of an IPv6
 * network of 64 bits, so that network is the address.
 * @param trustedProxyHops how many proxies of the operator's own a request passes; 0: none
 */
export function addressOf(
  {
    socket,
    headers,
  }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  trustedProxyHops: number,
): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const seen = trustedProxyHops > 0 ? forwarded.at(-trustedProxyHops)?.trim() : undefined;
  return networkOf(seen && isIP(seen) ? seen : (socket.remoteAddress ?? ''));
}

function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:/i, '');
  if (isIPv4(mapped) || !isIP(address)) return mapped;
  const canonical = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const [before, after] = [head, tail ?? ''].map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - (before?.length ?? 0) - (after?.length ?? 0) }, () => '0');
  return `${[...(before ?? []), ...zeros, ...(after ?? [])].slice(0, 4).join(':')}::/64`;
}
