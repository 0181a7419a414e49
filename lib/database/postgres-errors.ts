/** The code of an error: the server's SQLSTATE, or Node's code if the connection failed. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/*
 * https://www.postgresql.org/docs/current/errcodes-appendix.html: connection (08), login (28, 3D),
 * read-only after a failover (25006), resources (53), lock and statement timeouts (55P03, 57014),
 * shutdown and restart (57P), the system (58).
 */
const outages = /^(08...|28...|3D...|25006|53...|55P03|57014|57P..|58...)$/;

/** An SQLSTATE has five characters. `EPIPE` has five, too, but no class of SQLSTATEs begins with E. */
const sqlState = /^(?!E)[0-9A-Z]{5}$/;

/** Messages of the driver's errors that have no code. */
const lostConnection = /^(Connection terminated|Client has encountered|Client was closed)/;
const timeouts = /^(timeout exceeded when trying to connect|timeout expired|Query read timeout)/;
const noTls = /^The server does not support SSL/;

/** Whether the server or the connection caused the error, and not the statement. */
export function isPostgresOutage(error: Error): boolean {
  const code = codeOf(error);
  // Codes that are no SQLSTATE, such as ECONNREFUSED, are about the connection.
  if (code !== undefined) return !sqlState.test(code) || outages.test(code);
  return [lostConnection, timeouts, noTls].some((words) => words.test(error.message));
}

/**
 * Whether a transaction ended because of another one and would go well if it ran again: a deadlock,
 * a serialization failure, or a foreign key to a row that was still there when it was read.
 */
export function isCollision(error: unknown): boolean {
  return ['40001', '40P01', '23503'].includes(codeOf(error) ?? '');
}
