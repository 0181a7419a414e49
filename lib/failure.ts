import { BigCommerceError, type BigCommerceErrorKind } from './bigcommerce/client/errors.ts';
import { DatabaseUnavailableError } from './database/unavailable.ts';

/** The failures that the browser and users of the JSON API can get. */
export type FailureCode =
  | 'session-ended'
  | 'store-mismatch'
  | 'invalid-input'
  | 'reinstall-required'
  | 'not-permitted'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'rate-limited'
  | 'unavailable'
  | 'unexpected';

export interface Failure {
  code: FailureCode;
  /** English, for users of the API. The interface has its own text for each code. */
  message: string;
  /** BigCommerce's own words, where it gave any. */
  detail?: string;
  retryAfterSeconds?: number;
}

/** Ends an action, route or page with a failure that the caller may see. */
export class FailureError extends Error {
  override name = 'FailureError';
  readonly failure: Failure;

  constructor(code: FailureCode, details: Partial<Omit<Failure, 'code'>> = {}) {
    super(details.message ?? messages[code]);
    this.failure = { code, ...details, message: this.message };
  }
}

const messages: Record<FailureCode, string> = {
  'session-ended': 'The session has ended. Open the app again from the control panel.',
  'store-mismatch': 'The session belongs to another store.',
  'invalid-input': 'The request is not valid.',
  'reinstall-required': "BigCommerce no longer accepts the app's token. Install the app again.",
  'not-permitted':
    'BigCommerce refuses: the app lacks a scope, or the plan has no customer segmentation.',
  'not-found': 'BigCommerce has no such record.',
  conflict: 'The change conflicts with what exists.',
  invalid: 'BigCommerce does not accept the values.',
  'too-large': 'The request is too large.',
  'rate-limited': "The store's request limit is used up for the moment.",
  unavailable: 'BigCommerce did not answer properly. Try again.',
  unexpected: 'Something unexpected happened.',
};

/** HTTP status of each failure. Only an ended session has 401, so a client can recognize it. */
export const failureStatus: Record<FailureCode, number> = {
  'session-ended': 401,
  'store-mismatch': 403,
  'invalid-input': 400,
  'reinstall-required': 403,
  'not-permitted': 403,
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
  unexpected: 500,
};

const codeOf: Record<BigCommerceErrorKind, FailureCode> = {
  unauthorized: 'reinstall-required',
  forbidden: 'not-permitted',
  'not-found': 'not-found',
  conflict: 'conflict',
  invalid: 'invalid',
  'too-large': 'too-large',
  'rate-limited': 'rate-limited',
  unavailable: 'unavailable',
  unexpected: 'unexpected',
};

/**
 * Turns a thrown value into a failure that the caller may see. Errors without a code become
 * `unexpected`, and their messages are left out.
 */
export function failureFrom(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof BigCommerceError) {
    const code = codeOf[error.kind];
    return {
      code,
      message: messages[code],
      ...(error.detail === undefined ? {} : { detail: error.detail }),
      ...(error.retryAfterMs === undefined
        ? {}
        : { retryAfterSeconds: Math.ceil(error.retryAfterMs / 1000) }),
    };
  }
  if (error instanceof DatabaseUnavailableError) {
    return { code: 'unavailable', message: 'The app cannot reach its database. Try again.' };
  }
  return { code: 'unexpected', message: messages.unexpected };
}

/**
 * Whether to log the error itself for the operator, because the app or its database is at fault.
 */
export function isOwnFault(error: unknown): boolean {
  return error instanceof DatabaseUnavailableError || failureFrom(error).code === 'unexpected';
}
