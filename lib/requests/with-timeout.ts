import 'server-only';

const TIMEOUT_MS = 250;

/**
 * Waits for what a page shows first, because a skeleton that is replaced at once only flickers.
 * React shows what it streams later no sooner than 300 ms after the first paint, and hydration can
 * come in between.
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
