/**
 * The database can't do its work for now: it is unreachable, restarting, out of connections, out of
 * space, or can't be written to. Nothing of what was asked has been kept.
 */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError';
}

/**
 * By name, not by class: the connection is opened outside of Next's bundles, where the class is
 * another one than the bundles' own.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseUnavailableError';
}

/** What a driver threw, or, if `unavailable` knows it as an outage, an error that says so. */
export function nameOutage(error: unknown, unavailable: (error: Error) => boolean): unknown {
  if (!(error instanceof Error) || !unavailable(error)) return error;
  return new DatabaseUnavailableError(`The database is unavailable: ${error.message}`, {
    cause: error,
  });
}
