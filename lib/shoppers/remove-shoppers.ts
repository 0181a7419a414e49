import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { removeMembers } from '../bigcommerce/segment-members.ts';
import { type Failure, failureFrom } from '../failure.ts';

/** The outcome for one shopper. `unknown`: the shopper may still be in the segment. */
export type RemoveOutcome = { profileId: string } & (
  | { status: 'removed' }
  | { status: 'failed' | 'unknown'; failure: Failure }
);

/** Removes shoppers from a segment. The outcomes are in the ids' order. */
export async function removeShoppers(
  connection: Connection,
  { segmentId, profileIds }: { segmentId: string; profileIds: readonly string[] },
): Promise<RemoveOutcome[]> {
  const outcomes = await removeMembers(connection, segmentId, profileIds);
  return outcomes.map(
    ({ profileId, ...outcome }): RemoveOutcome =>
      'error' in outcome
        ? { profileId, status: outcome.status, failure: failureFrom(outcome.error) }
        : { profileId, ...outcome },
  );
}
