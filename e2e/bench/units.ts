/** One row of the table. */
export interface Result {
  measure: string;
  value: string;
  target: string;
}

/** Adds a row. */
export type Add = (measure: string, value: string, target?: string) => void;

export const milliseconds = (value: number) => `${Math.round(value)} ms`;
export const microseconds = (value: number) => `${Math.round(value * 1000)} µs`;
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
export const megabytes = (kibibytes: number) => `${Math.round((kibibytes * 1024) / 1e6)} MB`;
