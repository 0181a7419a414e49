import { QUOTA_WINDOW_SECONDS } from '../../limits/limits.ts';
import type { Answer } from './answer.ts';

/** When less than this part of the quota is left, it is spread over the rest of the window. */
const SPREAD_BELOW = 1 / 5;
const DEFAULT_WINDOW_MS = QUOTA_WINDOW_SECONDS * 1_000;
/** No answer can hold back a store's requests for longer than this. */
const LONGEST_RESET_MS = 10 * 60_000;

/** The `X-Rate-Limit-*` headers of one answer. */
export interface QuotaReport {
  left: number;
  quota: number;
  windowMs: number;
  resetMs: number;
}

/** Undefined if headers are missing, as they are when the whole platform is overloaded. */
export function readQuota({
  status,
  headers,
}: Pick<Answer, 'status' | 'headers'>): QuotaReport | undefined {
  const resetMs = header(headers, 'X-Rate-Limit-Time-Reset-Ms');
  // A 429 means that nothing is left.
  const left = header(headers, 'X-Rate-Limit-Requests-Left') ?? (status === 429 ? 0 : undefined);
  if (resetMs === undefined || left === undefined) return undefined;
  return {
    left,
    quota: header(headers, 'X-Rate-Limit-Requests-Quota') ?? left,
    windowMs: header(headers, 'X-Rate-Limit-Time-Window-Ms') ?? DEFAULT_WINDOW_MS,
    resetMs: Math.min(resetMs, LONGEST_RESET_MS),
  };
}

function header(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}

interface Window {
  quota: number;
  left: number;
  resetAt: number;
}

/**
 * Paces one store's requests along its quota, which every app of the store draws on.
 *
 * Answers can overtake each other, so the smallest `left` of a window is the newest. It may not
 * count the requests in flight yet, so these are subtracted.
 */
export class Quota {
  #window: Window | undefined;
  #lastSentAt = Number.NEGATIVE_INFINITY;
  /** When the previous window ended. */
  #endedAt = Number.NEGATIVE_INFINITY;

  left(now: number): number | undefined {
    return this.#current(now)?.left;
  }

  sent(now: number): void {
    this.#lastSentAt = now;
  }

  /** Counts a request that got no answer, because the store may have counted it. */
  unanswered(now: number): void {
    const window = this.#current(now);
    if (window !== undefined) window.left -= 1;
  }

  observe({ left, quota, windowMs, resetMs }: QuotaReport, sentAt: number, now: number): void {
    const known = this.#current(now);
    // A slow answer may describe a window that is over.
    if (sentAt < this.#endedAt) return;
    const resetAt = now + resetMs;
    if (known === undefined || resetAt > known.resetAt + windowMs / 2) {
      this.#window = { quota, left, resetAt };
    } else if (resetAt > known.resetAt - windowMs / 2) {
      known.left = Math.min(known.left, left);
      // The time an answer travels makes the reset seem later, so the earliest one is the most
      // exact.
      known.resetAt = Math.min(known.resetAt, resetAt);
    }
  }

  /**
   * When the next request may be sent, with `inFlight` unanswered ones.
   * @param reserve the part of the quota, up to 1, that it leaves to others
   */
  nextAt(now: number, inFlight: number, reserve = 0): number {
    const window = this.#current(now);
    if (window === undefined) return now;
    const left = window.left - inFlight;
    if (left <= window.quota * reserve) return window.resetAt;
    if (left >= window.quota * SPREAD_BELOW) return now;
    const from = Math.min(this.#lastSentAt, now);
    return Math.max(now, from + (window.resetAt - from) / (left + 1));
  }

  #current(now: number): Window | undefined {
    if (this.#window !== undefined && now >= this.#window.resetAt) {
      this.#endedAt = this.#window.resetAt;
      this.#window = undefined;
    }
    return this.#window;
  }
}
