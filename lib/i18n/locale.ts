/** The language of the catalog, and the locale where the user's is missing or malformed. */
const fallbackLocale = 'en';

/** A locale that `Intl` accepts, from what the signed payload said. */
export function usableLocale(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale?.replaceAll('_', '-'))[0] ?? fallbackLocale;
  } catch {
    return fallbackLocale;
  }
}
