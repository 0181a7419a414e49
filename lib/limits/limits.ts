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
 * shopper profiles, and arguments far below the 64 KB that a server action may have.
 */
export const CUSTOMERS_PER_ADDITION = 250;

/**
 * How many shoppers one action removes by id, and for how many one request reads whether they are
 * still in. Ours: their ids fit into an address of 8 KB, which common proxies accept.
 */
export const SHOPPERS_PER_REMOVAL = 100;

/** How many shoppers a page of a segment shows. Ours; BigCommerce's own pages have 50, too. */
export const SHOPPERS_PER_PAGE = 50;

/**
 * How many characters a search for customers has: a shorter one would match half of the store, and
 * names and email addresses are shorter than the longest. Both are ours.
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
