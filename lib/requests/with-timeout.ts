import 'server-only';

const TIMEOUT_MS = 250;

/**
 * Waits a short time for a page's data, because a skeleton that is replaced at once only flickers.
 * React shows content that it streams later at the earliest 300 ms after the first paint, and
 * hydration can delay it.
 * @returns `late` when the data takes longer than that
 */
export async function withTimeout<T>(
  data: Promise<T> | undefined,
): Promise<T | 'late' | undefined> {
  if (!data) return undefined;
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), TIMEOUT_MS);
  try {
    return await Promise.race([data, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
