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
  mayStillLand?: boolean;
  nothingDone?: boolean;
  cause?: unknown;
}

/** Any failure of a call to BigCommerce, in the kinds that a screen can put into words. */
export class BigCommerceError extends sharedError('BigCommerceError') {
  readonly kind: BigCommerceErrorKind;
  /** HTTP status; undefined if no answer came. */
  readonly status: number | undefined;
  /** The API's own words: plain text, safe to show to a merchant. */
  readonly detail: string | undefined;
  /** When a new attempt has a chance, in milliseconds from now. */
  readonly retryAfterMs: number | undefined;
  /** Whether the write was carried out is not known. */
  readonly outcomeUnknown: boolean;
  /** The store may still be at work on the write, so that looking now does not settle it. */
  readonly mayStillLand: boolean;
  /** The answer itself says that no item of the request was carried out. */
  readonly nothingDone: boolean;

  constructor(message: string, options: BigCommerceErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = options.kind;
    this.status = options.status;
    this.detail = options.detail;
    this.retryAfterMs = options.retryAfterMs;
    this.outcomeUnknown = options.outcomeUnknown ?? false;
    this.mayStillLand = options.mayStillLand ?? false;
    this.nothingDone = options.nothingDone ?? false;
  }

  /** The same failure of a write that may have been carried out. */
  asUnknown(mayStillLand = this.mayStillLand): BigCommerceError {
    return new BigCommerceError(this.message, {
      ...this,
      outcomeUnknown: true,
      mayStillLand,
      cause: this,
    });
  }

  /** The same failure of a write that was not carried out. */
  asNotDone(): BigCommerceError {
    if (!this.outcomeUnknown && !this.mayStillLand) return this;
    const known = { outcomeUnknown: false, mayStillLand: false };
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
  // "Insufficient storage" is how the platform says that a store's limit is reached.
  507: 'too-large',
};

export function kindOfStatus(status: number): BigCommerceErrorKind {
  return KIND_BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'unexpected');
}
