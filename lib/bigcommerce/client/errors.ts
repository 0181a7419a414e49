import { sharedError } from '../../process/shared-error.ts';

export type BigCommerceErrorKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'rate-limited'
  | 'unavailable'
  | 'unexpected';

export interface BigCommerceErrorOptions {
  kind: BigCommerceErrorKind;
  status?: number | undefined;
  detail?: string | undefined;
  retryAfterMs?: number | undefined;
  outcomeUnknown?: boolean;
  mayStillHappen?: boolean;
  nothingDone?: boolean;
  cause?: unknown;
}

/** A failed call to BigCommerce. Its kind decides what the app does and shows to the merchant. */
export class BigCommerceError extends sharedError('BigCommerceError') {
  readonly kind: BigCommerceErrorKind;
  /** HTTP status; undefined if no answer came. */
  readonly status: number | undefined;
  /** The API's own words: plain text, safe to show to a merchant. */
  readonly detail: string | undefined;
  /** How many milliseconds from now a new attempt can succeed. */
  readonly retryAfterMs: number | undefined;
  /** It is not known whether the write was carried out. */
  readonly outcomeUnknown: boolean;
  /** The store may still be at work on the write, so reading the store now would not settle it. */
  readonly mayStillHappen: boolean;
  /** The answer itself shows that no item of the request was carried out. */
  readonly nothingDone: boolean;

  constructor(message: string, options: BigCommerceErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = options.kind;
    this.status = options.status;
    this.detail = options.detail;
    this.retryAfterMs = options.retryAfterMs;
    this.outcomeUnknown = options.outcomeUnknown ?? false;
    this.mayStillHappen = options.mayStillHappen ?? false;
    this.nothingDone = options.nothingDone ?? false;
  }

  /** The same failure, for a write that may have been carried out. */
  asUnknown(mayStillHappen = this.mayStillHappen): BigCommerceError {
    return new BigCommerceError(this.message, {
      ...this,
      outcomeUnknown: true,
      mayStillHappen,
      cause: this,
    });
  }

  /** The same failure, for a write that was not carried out. */
  asNotDone(): BigCommerceError {
    if (!this.outcomeUnknown && !this.mayStillHappen) return this;
    const known = { outcomeUnknown: false, mayStillHappen: false };
    return new BigCommerceError(this.message, { ...this, ...known, cause: this });
  }
}

const KIND_BY_STATUS: Readonly<Record<number, BigCommerceErrorKind>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'unavailable',
  409: 'conflict',
  410: 'not-found',
  413: 'too-large',
  414: 'too-large',
  422: 'invalid',
  423: 'unavailable',
  429: 'rate-limited',
  // BigCommerce answers "Insufficient Storage" when a store has reached one of its limits.
  507: 'too-large',
};

export function kindOfStatus(status: number): BigCommerceErrorKind {
  return KIND_BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'unexpected');
}
