import { sharedError } from '../process/shared-error.ts';

/**
 * The database can't do its work for now: it is unreachable, restarting, out of connections, out of
 * space, or can't be written to. None of the changes have been kept.
 */
export class DatabaseUnavailableError extends sharedError('DatabaseUnavailableError') {}

/** The driver's error, or a {@link DatabaseUnavailableError} in its place if it is an outage. */
export function nameOutage(error: unknown, unavailable: (error: Error) => boolean): unknown {
  if (!(error instanceof Error) || !unavailable(error)) return error;
  return new DatabaseUnavailableError(`The database is unavailable: ${error.message}`, {
    cause: error,
  });
}
