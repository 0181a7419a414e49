/** Characters of a name or a description. BigCommerce publishes no limit; this keeps nonsense off the wire. */
export const TEXT_LIMIT = 10_000;
