/** A customer's id as it stands in an address; undefined for anything but a positive integer. */
export function parseCustomerId(text: string): number | undefined {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}
