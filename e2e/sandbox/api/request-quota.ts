import type { Settings } from '../sandbox-settings.ts';

export interface QuotaState {
  readonly quota: number;
  readonly windowMs: number;
  readonly left: number;
  readonly resetMs: number;
}

type Limits = Pick<Settings, 'quota' | 'windowMs' | 'otherAppRate'>;

/** One store's request quota in fixed time windows, shared by all apps of the store. */
export class Quota {
  #windowStart = Date.now();
  #used = 0;

  /** Counts a request. `allowed` is false if the window's quota is used up. */
  take(limits: Limits): QuotaState & { allowed: boolean } {
    const { left } = this.state(limits);
    if (left === 0) return { ...this.state(limits), allowed: false };
    this.#used += 1;
    return { ...this.state(limits), allowed: true };
  }

  state({ quota, windowMs, otherAppRate }: Limits): QuotaState {
    const now = Date.now();
    if (now >= this.#windowStart + windowMs) {
      this.#windowStart = now;
      this.#used = 0;
    }
    const elapsed = now - this.#windowStart;
    const others = Math.floor((otherAppRate * elapsed) / 1000);
    return {
      quota,
      windowMs,
      left: Math.max(0, quota - this.#used - others),
      resetMs: windowMs - elapsed,
    };
  }
}

export function rateLimitHeaders({
  quota,
  windowMs,
  left,
  resetMs,
}: QuotaState): Record<string, string> {
  return {
    'X-Rate-Limit-Requests-Left': String(left),
    'X-Rate-Limit-Requests-Quota': String(quota),
    'X-Rate-Limit-Time-Window-Ms': String(windowMs),
    'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
  };
}
