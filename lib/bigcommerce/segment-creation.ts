/** `created_at` and the `Date` header are cut to the second, and clocks are never quite equal. */
const TOLERANCE_MS = 2_000;

/**
 * The created segments in the order of what was asked for, undefined for what the answer leaves out.
 * They are known by name; one whose name BigCommerce has changed, as in joining its spaces, is known
 * by its place among the rest of a complete answer.
 */
export function inOrderOf<S extends { name: string }>(
  asked: readonly { name: string }[],
  answer: readonly S[],
): (S | undefined)[] {
  const byName = new Map(answer.map((segment) => [segment.name.trim(), segment]));
  const found = asked.map(({ name }) => byName.get(name.trim()));
  if (answer.length !== asked.length) return found;
  const rest = answer.filter((segment) => !found.includes(segment));
  return found.map((segment) => segment ?? rest.shift());
}

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
 * After a creation whose outcome is unknown, a segment of that name is in the store. Names are
 * unique, so it is either the one asked for or one that was there first: then the request cannot
 * have created anything.
 */
export function whoseSegment(
  asked: { description: string },
  found: Namesake,
  { known, since }: CreationEvidence,
): 'ours' | 'theirs' | 'unknown' {
  const isOlder = Date.parse(found.createdAt) < since - TOLERANCE_MS;
  if (known.has(found.id) || isOlder) return 'theirs';
  return found.description.trim() === asked.description.trim() ? 'ours' : 'unknown';
}
