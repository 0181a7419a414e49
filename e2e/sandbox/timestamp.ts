/** ISO 8601 in UTC without fractions of a second, the precision that BigCommerce uses. */
export function secondsIso(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

export function nowIso(): string {
  return secondsIso(Date.now());
}
