/** A limit that a measured number must keep. */
export interface Target {
  actual: number;
  comparison: 'at most' | 'at least' | 'exactly';
  limit: number;
  /** Formats the limit with its unit. */
  write: (value: number) => string;
}

type Compare = (actual: number, limit: number, write: Target['write']) => Target;

export const atMost: Compare = (actual, limit, write) => {
  return { actual, comparison: 'at most', limit, write };
};
export const atLeast: Compare = (actual, limit, write) => {
  return { actual, comparison: 'at least', limit, write };
};
export const exactly: Compare = (actual, limit, write) => {
  return { actual, comparison: 'exactly', limit, write };
};

export function isMet({ actual, comparison, limit }: Target): boolean {
  switch (comparison) {
    case 'at most':
      return actual <= limit;
    case 'at least':
      return actual >= limit;
    case 'exactly':
      return actual === limit;
  }
}

const signs = { 'at most': '≤ ', 'at least': '≥ ', exactly: '' };

/** The target as shown in the table: `≤ 220 MB`. */
export function targetInWords({ comparison, limit, write }: Target): string {
  return `${signs[comparison]}${write(limit)}`;
}
