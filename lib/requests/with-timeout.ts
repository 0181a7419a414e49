import 'server-only';

/** Longer than BigCommerce usually takes for one request. */
const MS_PER_REQUEST = 250;

/**
 * Waits a short time for a page's data, because a skeleton that is replaced at once only flickers.
 * React shows content that it streams later at the earliest 300 ms after the first paint, and
 * hydration can delay it.
 * @param requests how many requests to BigCommerce the data takes, one after the other
 * @returns `late` when the data takes longer than that
 */
export async function withTimeout<T>(
  data: Promise<T> | undefined,
  requests = 1,
): Promise<T | 'late' | undefined> {
  if (!data) return undefined;
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), requests * MS_PER_REQUEST);
  try {
    return await Promise.race([data, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
