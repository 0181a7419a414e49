/** `created_at` and the `Date` header are cut to the second, and clocks differ a little. */
const TOLERANCE_MS = 2_000;

/**
 * The created segments in the order of `asked`; undefined for those that the answer leaves out.
 * They are found by name. BigCommerce may have changed a name, for example its spaces: then the
 * segment is found by its place among the rest, if the answer is complete.
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
 * Decides who created the segment that the store holds under the asked name, after a request to
 * create it had no clear answer. Names are unique: if the segment is not ours, it was there first,
 * and the request created nothing.
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
