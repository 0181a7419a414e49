import type messages from '../i18n/en-callback.json';

/** The page of the catalog that explains a failure to the user. */
export type CallbackPageName = keyof (typeof messages)['pages'];

/** Ends a callback with a page for the person and a reason for the log. */
export class CallbackError extends Error {
  override name = 'CallbackError';
  readonly status: number;
  readonly page: CallbackPageName;

  /** @param reason for the log: no secrets, no personal data */
  constructor(status: number, page: CallbackPageName, reason: string) {
    super(reason);
    this.status = status;
    this.page = page;
  }
}
