/*
 * Limits that both the browser and the server use. Each is defined only here, because a browser
 * that sends more than the server accepts gets only errors.
 */

/**
 * How many segments a store may have, from BigCommerce's documentation of segments.
 */
export const SEGMENTS_PER_STORE = 1_000;

/**
 * How many characters a segment's name or description may have. BigCommerce publishes no limit, so
 * this one is ours. If BigCommerce refuses a shorter text, its own message is shown.
 */
export const SEGMENT_TEXT_LENGTH = 10_000;

/** How many segments one action deletes. Ours: 3 requests to BigCommerce, far below 30 seconds. */
export const SEGMENTS_PER_DELETION = 100;

/** How many segments one request counts the shoppers of. Ours: each is a request to BigCommerce. */
export const SEGMENTS_PER_COUNT = 50;

/**
 * How many customers one action adds by id. Ours: 13 requests to BigCommerce if all of them need
 * shopper profiles, and arguments far below what `lib/requests/action-body.ts` accepts.
 */
export const CUSTOMERS_PER_ADDITION = 250;

/**
 * How many shoppers one action removes by id. Ours: 21 requests to BigCommerce, far below 30
 * seconds, and arguments of 39 KB, which `lib/requests/action-body.ts` accepts.
 */
export const SHOPPERS_PER_REMOVAL = 1_000;

/**
 * For how many shoppers one request reads whether they are still in a segment. Ours: their ids fit
 * into an address of 8 KB, which common proxies accept.
 */
export const SHOPPERS_PER_LOOKUP = 100;

/** How many segments a page of the list may show. Ours; the browser offers them as a choice. */
export const SEGMENT_PAGE_SIZES = [10, 25, 50, 100] as const;

/**
 * How many segments a page of a customer's checklist shows. Ours: few enough to render without a
 * pause.
 */
export const SEGMENTS_PER_CHECKLIST_PAGE = 50;

/** How many shoppers a page of a segment shows. Ours; BigCommerce's own pages have 50, too. */
export const SHOPPERS_PER_PAGE = 50;

/**
 * How many characters a search for customers may have. Both limits are ours: a shorter search would
 * match half of the store, and no name or email address is longer.
 */
export const SHORTEST_CUSTOMER_SEARCH = 2;
export const LONGEST_CUSTOMER_SEARCH = 200;

/** How many characters the company name for adding customers may have. Ours. */
export const LONGEST_COMPANY = 200;

/**
 * Over how many seconds BigCommerce counts a store's requests, as its documentation of rate limits
 * says. The browser waits this long before it goes on after a 429 without a reset time.
 */
export const QUOTA_WINDOW_SECONDS = 30;

/**
 * How old a count of shoppers may be before it is taken again, in milliseconds. Ours: each count is
 * a request of the quota that the store shares with its other apps.
 */
export const FRESH_COUNT_MS = 15 * 60_000;
