import { QUOTA_WINDOW_SECONDS } from '../../limits/limits.ts';
import type { Answer } from './answer.ts';

/** Below this part of the quota, what is left is spread over what is left of the window. */
const SPREAD_BELOW = 1 / 5;
const DEFAULT_WINDOW_MS = QUOTA_WINDOW_SECONDS * 1_000;
/** No answer may silence a store for longer than this. */
const LONGEST_RESET_MS = 10 * 60_000;

/** The `X-Rate-Limit-*` headers of one answer. */
export interface QuotaReport {
  left: number;
  quota: number;
  windowMs: number;
  resetMs: number;
}

/** Undefined if the answer does not say enough, as when the whole platform is overloaded. */
export function readQuota({
  status,
  headers,
}: Pick<Answer, 'status' | 'headers'>): QuotaReport | undefined {
  const resetMs = header(headers, 'X-Rate-Limit-Time-Reset-Ms');
  // A 429 says by itself that nothing is left.
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
 * Answers overtake each other, so the smallest `left` of a window counts: whoever was told more
 * was counted before. Requests in flight may or may not be counted yet and are taken off.
 */
export class Quota {
  #window: Window | undefined;
  #lastSentAt = Number.NEGATIVE_INFINITY;
  /** When the window before this one was over. */
  #endedAt = Number.NEGATIVE_INFINITY;

  left(now: number): number | undefined {
    return this.#current(now)?.left;
  }

  sent(now: number): void {
    this.#lastSentAt = now;
  }

  /** A request that the store may have counted without telling. */
  unanswered(now: number): void {
    const window = this.#current(now);
    if (window !== undefined) window.left -= 1;
  }

  observe({ left, quota, windowMs, resetMs }: QuotaReport, sentAt: number, now: number): void {
    const known = this.#current(now);
    // A slow answer may tell of a window that is over.
    if (sentAt < this.#endedAt) return;
    const resetAt = now + resetMs;
    if (known === undefined || resetAt > known.resetAt + windowMs / 2) {
      this.#window = { quota, left, resetAt };
    } else if (resetAt > known.resetAt - windowMs / 2) {
      known.left = Math.min(known.left, left);
      // The answer that travelled fastest knows the reset best.
      known.resetAt = Math.min(known.resetAt, resetAt);
    }
  }

  /** When the next request may go, with `inFlight` unanswered ones. */
  nextAt(now: number, inFlight: number): number {
    const window = this.#current(now);
    if (window === undefined) return now;
    const left = window.left - inFlight;
    if (left <= 0) return window.resetAt;
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
