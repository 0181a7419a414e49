import type { Stack } from '../stack/stack.ts';
import { type PlainAnswer, plainRequest } from './plain-request.ts';

type HeadersGiven = Record<string, string>;

/** The app over HTTP, without a browser: redirects are shown, not followed. */
export class AppClient {
  readonly #url: string;
  readonly #signal: AbortSignal | undefined;

  constructor({ appUrl }: Pick<Stack, 'appUrl'>, signal?: AbortSignal) {
    this.#url = appUrl;
    this.#signal = signal;
  }

  /** A client of the same app whose requests are aborted by the signal. */
  until(signal: AbortSignal): AppClient {
    return new AppClient({ appUrl: this.#url }, signal);
  }

  /** @param path a path, or a whole address of the app */
  send(method: string, path: string, headers: HeadersGiven = {}, body?: string): Promise<Response> {
    return fetch(new URL(path, this.#url), {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(this.#signal && { signal: this.#signal }),
    });
  }

  get(path: string, headers: HeadersGiven = {}): Promise<Response> {
    return this.send('GET', path, headers);
  }

  /** Calls a callback as BigCommerce's server does: without a browser's headers. */
  callFromServer(
    callback: 'uninstall' | 'remove_user',
    jwt: string,
    headers: HeadersGiven = {},
  ): Promise<PlainAnswer> {
    return plainRequest(new URL(`/${callback}?signed_payload_jwt=${jwt}`, this.#url), { headers });
  }

  load(jwt: string): Promise<Response> {
    return this.get(`/load?signed_payload_jwt=${jwt}`);
  }

  session(token: string): Promise<Response> {
    return this.get('/api/session', { authorization: `Bearer ${token}` });
  }

  segments(token: string): Promise<Response> {
    return this.get('/api/segments', { authorization: `Bearer ${token}` });
  }

  /** Calls a server action as Next's client does. `origin: null` sends no such header. */
  action(
    id: string,
    path: string,
    args: unknown[],
    origin: string | null = this.#url,
    more: HeadersGiven = {},
  ): Promise<Response> {
    const body = JSON.stringify(args, (_, value) => (value === undefined ? '$undefined' : value));
    const headers: HeadersGiven = {
      'next-action': id,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
      ...more,
    };
    if (origin !== null) headers.origin = origin;
    return this.send('POST', path, headers, body);
  }
}
