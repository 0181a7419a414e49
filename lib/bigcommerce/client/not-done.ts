import type { BigCommerceError } from './errors.ts';

/** The outcome of an item that was not written, or of which that is not known. */
export interface NotDone {
  status: 'failed' | 'unknown';
  error: BigCommerceError;
}

export function failed(error: BigCommerceError): NotDone {
  return { status: 'failed', error: error.asNotDone() };
}

export function unknown(error: BigCommerceError): NotDone {
  return { status: 'unknown', error };
}
