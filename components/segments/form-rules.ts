import type { Segment } from '@/lib/bigcommerce/segments.ts';

export type NameProblem = 'missing' | 'taken';

/**
 * What is wrong with a name, as far as the browser can tell. Whether BigCommerce takes case into
 * account is for it to say, so only an exact match counts as taken.
 * @param ownId the segment being renamed, which may keep its name
 */
export function nameProblem(
  name: string,
  segments: readonly Segment[],
  ownId?: string,
): NameProblem | undefined {
  const trimmed = name.trim();
  if (!trimmed) return 'missing';
  const taken = segments.some((segment) => segment.id !== ownId && segment.name === trimmed);
  return taken ? 'taken' : undefined;
}
