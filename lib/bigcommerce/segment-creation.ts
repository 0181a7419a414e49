import { plainText } from './same-text.ts';

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

/** A segment of the store, as far as it helps to decide who created it. */
export interface Namesake {
  id: string;
  name: string;
  description: string;
  createdAt: string;
}

type Whose = 'ours' | 'theirs' | 'unknown';

/**
 * Finds out what became of a request to create a segment, after an answer that was not clear, from
 * the segments that the store holds now. BigCommerce may have stored the name in another form.
 * @param names the plain names of all segments that were asked for
 * @returns undefined if the store holds no segment that can be the one asked for. `theirs`: another
 * one had the name first, and because names are unique, the request created nothing
 */
export function findCreated<S extends Namesake>(
  asked: { name: string; description: string },
  segments: readonly S[],
  names: ReadonlySet<string>,
  evidence: CreationEvidence,
): { whose: 'ours'; segment: S } | { whose: 'theirs' | 'unknown' } | undefined {
  const name = plainText(asked.name);
  const namesakes = segments.filter((segment) => plainText(segment.name) === name);
  const whose = (segment: S) => whoseSegment(asked, segment, evidence);
  const ours = namesakes.find((segment) => whose(segment) === 'ours');
  if (ours) return { whose: 'ours', segment: ours };
  if (namesakes.some((segment) => whose(segment) === 'unknown')) return { whose: 'unknown' };
  if (namesakes.some((segment) => segment.name.trim() === asked.name.trim())) {
    return { whose: 'theirs' };
  }
  // A new segment with another name may be the one asked for, under a name that was changed more.
  const isUnexplained = (segment: S) =>
    !names.has(plainText(segment.name)) && whose(segment) === 'ours';
  return segments.some(isUnexplained) ? { whose: 'unknown' } : undefined;
}

/** Decides who created a segment that may be the one asked for. */
export function whoseSegment(
  asked: { description: string },
  found: Omit<Namesake, 'name'>,
  { known, since }: CreationEvidence,
): Whose {
  const isOlder = Date.parse(found.createdAt) < since - TOLERANCE_MS;
  if (known.has(found.id) || isOlder) return 'theirs';
  return plainText(found.description) === plainText(asked.description) ? 'ours' : 'unknown';
}
