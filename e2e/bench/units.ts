/* Number formats of the table. */

export const milliseconds = (value: number) => `${Math.round(value)} ms`;
export const microseconds = (value: number) => `${Math.round(value * 1000)} µs`;
export const addedMilliseconds = (value: number) => `+${decimal(value, 1)} ms`;
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** A ratio: `1.05 × ideal`. */
export const times = (yardstick: string) => (ratio: number) => `${ratio.toFixed(2)} × ${yardstick}`;

/** A share: `8.2 % over the start`. */
export const percent = (what: string) => (share: number) => `${decimal(share * 100, 1)} % ${what}`;

/** A number of things: `10 of 10`, `0 responses with 429`. */
export const count = (what: string) => (value: number) => `${value} ${what}`;

function decimal(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
