/** How many segments BigCommerce lets a store have. */
export const SEGMENT_LIMIT = 1_000;
