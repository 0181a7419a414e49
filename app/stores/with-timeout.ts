import 'server-only';

const PATIENCE_MS = 250;

/**
 * What a page shows first, if it comes so soon that a skeleton would only flicker. React shows what
 * it streams later no sooner than 300 ms after the first paint, and hydration gets in between.
 */
export async function withinPatience<T>(
  data: Promise<T> | undefined,
): Promise<T | 'late' | undefined> {
  if (!data) return undefined;
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), PATIENCE_MS);
  try {
    return await Promise.race([data, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
