/** `created_at` and the `Date` header are cut to the second, and clocks are never quite equal. */
const TOLERANCE_MS = 2_000;

export interface CreationEvidence {
  /** Ids seen before the request was sent. */
  known: ReadonlySet<string>;
  /** When the request was sent, on the store's clock. */
  since: number;
}

export interface Namesake {
  id: string;
  description: string;
  createdAt: string;
}

/**
 * After a creation without a clear answer, a segment of that name is in the store. Names are
 * unique, so it is either the one asked for or one that was there first: then the request cannot
 * have created anything.
 */
export function whoseSegment(
  asked: { description: string },
  found: Namesake,
  { known, since }: CreationEvidence,
): 'ours' | 'theirs' | 'unclear' {
  const isOlder = Date.parse(found.createdAt) < since - TOLERANCE_MS;
  if (known.has(found.id) || isOlder) return 'theirs';
  return found.description.trim() === asked.description.trim() ? 'ours' : 'unclear';
}
