const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The form of a customer's or a customer group's id in an address or a query. */
export const NUMERIC_ID = /^[1-9]\d{0,9}$/;

/** Whether a value has the form of a segment's or a shopper profile's id. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** A customer's id as an address holds it. @returns undefined unless it is a positive integer */
export function parseNumericId(text: string): number | undefined {
  return NUMERIC_ID.test(text) ? Number(text) : undefined;
}
