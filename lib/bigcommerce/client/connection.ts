import 'server-only';
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { isStoreHash } from '../store-hash.ts';
import { type StoreRegistry, type StoreState, stores } from './store-state.ts';
import type { Lane } from './waiting-line.ts';

/** One attempt at one request, for the log. It holds no token and no personal data. */
export interface RequestLogEntry {
  storeHash: string;
  requestId: string | undefined;
  method: string;
  /** The path with placeholders: `/v3/segments/{segmentId}/shopper-profiles`. */
  route: string;
  /** Undefined if no answer came. */
  status: number | undefined;
  failure: 'timeout' | 'refused' | 'cut' | 'unreadable' | 'aborted' | undefined;
  durationMs: number;
  attempt: number;
  /** How long the limiter held the request back. */
  waitedMs: number;
  quotaLeft: number | undefined;
  /** How often BigCommerce has answered 429 to this process for this store. */
  timesLimited: number;
}

export type RequestLogger = (entry: RequestLogEntry) => void;

/** Times in milliseconds. */
export interface Timing {
  /** The most time for one attempt, up to the last byte of its answer. */
  request: number;
  /** The most time for all requests of an interactive connection, from its construction. */
  action: number;
  /**
   * After the nth attempt, the wait before the next one is at most this times 2 to the nth power.
   */
  retry: number;
  /** How long to wait before the store is read for the outcome of a write that may still happen. */
  readBackDelay: number;
}

const TIMING: Timing = { request: 10_000, action: 30_000, retry: 250, readBackDelay: 1_000 };

export interface ConnectionOptions {
  apiUrl: string;
  storeHash: string;
  accessToken: string;
  requestId?: string | undefined;
  signal?: AbortSignal | undefined;
  /** `interactive` (the default) has a deadline and goes before `background`. */
  lane?: Lane | undefined;
  log?: RequestLogger | undefined;
  /** Called after each 401, before the caller gets the error. Must not throw. */
  onUnauthorized?: (() => Promise<void>) | undefined;
  /** Called for each page of a list with records that can't be used. Must not throw. */
  onLeftOut?: ((route: string, count: number) => void) | undefined;
  timing?: Partial<Timing>;
  registry?: StoreRegistry;
}

/**
 * Access to a store's API for one action. The deadline of an interactive connection counts from its
 * construction. Only the headers of a request show the token.
 */
export class Connection {
  readonly storeHash: string;
  readonly requestId: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly lane: Lane;
  readonly log: RequestLogger | undefined;
  readonly onUnauthorized: (() => Promise<void>) | undefined;
  readonly onLeftOut: ((route: string, count: number) => void) | undefined;
  readonly timing: Timing;
  /** What the process knows about this store: limiter, requests in flight, learned limits. */
  readonly store: StoreState;
  /** Milliseconds on the clock of `store`; Infinity for background work. */
  readonly deadline: number;
  readonly #base: string;
  readonly #accessToken: string;
  readonly #fingerprint: string;

  constructor(options: ConnectionOptions) {
    if (!isStoreHash(options.storeHash)) throw new TypeError('malformed store hash');
    const api = options.apiUrl.replace(/\/+$/, '');
    this.storeHash = options.storeHash;
    this.requestId = options.requestId;
    this.signal = options.signal;
    this.lane = options.lane ?? 'interactive';
    this.log = options.log;
    this.onUnauthorized = options.onUnauthorized;
    this.onLeftOut = options.onLeftOut;
    this.timing = { ...TIMING, ...options.timing };
    this.store = (options.registry ?? stores).get(`${api} ${options.storeHash}`);
    this.deadline =
      this.lane === 'interactive'
        ? this.store.clock.now() + this.timing.action
        : Number.POSITIVE_INFINITY;
    this.#base = `${api}/stores/${options.storeHash}`;
    this.#accessToken = options.accessToken;
    this.#fingerprint = createHash('sha256').update(options.accessToken).digest('base64url');
  }

  /** @param path begins with the API's version: `/v3/segments?page=1` */
  url(path: string): string {
    return `${this.#base}${path}`;
  }

  headers(): Record<string, string> {
    return {
      Accept: 'application/json',
      'User-Agent': 'customer-segments/1.0',
      'X-Auth-Token': this.#accessToken,
      ...(this.requestId === undefined ? {} : { 'X-Correlation-Id': this.requestId }),
    };
  }

  /** Equal for requests whose answers may be shared: same token, lane and path. */
  sharingKey(path: string): string {
    return `${this.#fingerprint} ${this.lane} ${path}`;
  }

  toJSON(): object {
    return { storeHash: this.storeHash, requestId: this.requestId, lane: this.lane };
  }

  [inspect.custom](): string {
    return `Connection ${JSON.stringify(this)}`;
  }
}
