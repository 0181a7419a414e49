import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { startReading } from '../bigcommerce/client/paging.ts';
import { memberCollection } from '../bigcommerce/segment-member-endpoint.ts';
import { removeMembers } from '../bigcommerce/segment-members.ts';
import { type Failure, failureFrom } from '../failure.ts';

/** How many shoppers one step removes: few enough for one action of 30 s. */
const STEP = 2_000;

export interface RemovingStep {
  removed: number;
  /** How many shoppers the segment still has. */
  left: number;
  /** Why some of this step's shoppers may still be in the segment. */
  failure?: Failure;
}

/**
 * Removes the segment's first shoppers by id, at most 2,000 of them.
 * @param atMost how many shoppers the merchant agreed to remove, less those removed before
 * @throws {BigCommerceError} if the members can't be read; then nothing has been changed
 */
export async function removeAll(
  connection: Connection,
  { segmentId, atMost }: { segmentId: string; atMost: number },
): Promise<RemovingStep> {
  const count = Math.min(STEP, atMost);
  const { first, readRest } = await startReading(
    connection,
    memberCollection(segmentId),
    1,
    (size) => Math.ceil(count / size),
  );
  const members = [first, ...(await Promise.all(readRest()))].flatMap(({ items }) => items);
  const ids = [...new Set(members.map(({ id }) => id))].slice(0, count);
  if (ids.length === 0) return { removed: 0, left: 0 };
  const outcomes = await removeMembers(connection, segmentId, ids);
  const removed = outcomes.filter(({ status }) => status === 'removed').length;
  const errors = outcomes.flatMap((outcome) => ('error' in outcome ? [outcome.error] : []));
  const left = Math.max(0, first.total - removed);
  return errors.length === 0
    ? { removed, left }
    : { removed, left, failure: failureFrom(errors[0]) };
}
