/** The language of the catalog, and the locale if the user's is missing or malformed. */
export const catalogLocale = 'en';

/** A locale that `Intl` accepts, from the locale of the signed payload. */
export function usableLocale(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale?.replaceAll('_', '-'))[0] ?? catalogLocale;
  } catch {
    return catalogLocale;
  }
}
