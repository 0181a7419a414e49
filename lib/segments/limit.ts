/** How many segments a store can have. */
export const segmentLimit = 1_000;
