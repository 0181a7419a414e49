import type { Failure, FailureCode } from '@/lib/failure.ts';

/** The codes of failures that the server reports, and two that only the browser can notice. */
export type ClientFailureCode = FailureCode | 'network' | 'app-updated';

export interface ClientFailure extends Omit<Failure, 'code' | 'message'> {
  code: ClientFailureCode;
}

/** Thrown when a read from the app's API fails. */
export class ApiFailure extends Error {
  override name = 'ApiFailure';
  readonly failure: ClientFailure;

  constructor(failure: ClientFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

export function clientFailure(error: unknown): ClientFailure {
  return error instanceof ApiFailure ? error.failure : { code: 'unexpected' };
}

/** Whether BigCommerce refuses the app as a whole, so that asking for more is in vain. */
export function isRefusal(code: ClientFailureCode): code is 'not-permitted' | 'reinstall-required' {
  return code === 'not-permitted' || code === 'reinstall-required';
}

/** Whether the words for a failure say to load the page again. */
export function advisesReload({ code }: ClientFailure): boolean {
  return ['app-updated', 'invalid-input', 'not-found', 'conflict'].includes(code);
}

const known: Record<ClientFailureCode, true> = {
  'session-ended': true,
  'store-mismatch': true,
  'invalid-input': true,
  'reinstall-required': true,
  'not-permitted': true,
  'not-found': true,
  conflict: true,
  invalid: true,
  'too-large': true,
  'rate-limited': true,
  unavailable: true,
  unexpected: true,
  network: true,
  'app-updated': true,
};

export function isFailureCode(value: unknown): value is ClientFailureCode {
  return typeof value === 'string' && Object.hasOwn(known, value);
}
