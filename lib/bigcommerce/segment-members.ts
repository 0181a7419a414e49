import 'server-only';
import type { BatchCap } from './client/batches.ts';
import { writeInBulk } from './client/bulk-write.ts';
import type { Connection } from './client/connection.ts';
import { UUIDS_PER_URL, uuidList } from './client/delete-by-ids.ts';
import { BigCommerceError } from './client/errors.ts';
import { lookUpRefusal } from './client/look-up.ts';
import type { NotDone } from './client/not-done.ts';
import type { Waiting } from './client/send.ts';
import { customerGone } from './customers.ts';
import { type Membership, readMemberships } from './members-among.ts';
import { fetchSegmentsById } from './segment-endpoint.ts';
import {
  deleteMembers,
  memberIdsByProfile,
  readMembers,
  sendMembers,
} from './segment-member-endpoint.ts';

type Joined = { status: 'added' | 'already-in' };
type Removed = { status: 'removed' };

export type JoinOutcome = Joined | NotDone;
export type LeaveOutcome = (Removed | NotDone) & { profileId: string };

/** How many members one request adds: the cap that BigCommerce's documentation gives. */
const WRITE_BATCH = 50;

const added: Joined = { status: 'added' };
const alreadyIn: Joined = { status: 'already-in' };
const removed: Removed = { status: 'removed' };
/**
 * The outcome of every item if the segment does not exist. No other failure has this error, so it
 * shows that the segment is gone.
 */
export const segmentGone: NotDone = {
  status: 'failed',
  error: new BigCommerceError('the segment is gone', { kind: 'not-found' }),
};
const profileReplaced: NotDone = {
  status: 'failed',
  error: new BigCommerceError('the shopper profile is gone', { kind: 'conflict' }),
};

/**
 * Counts the members of a segment with one small request: for a page of one member.
 * @throws {BigCommerceError} `not-found` if the segment is gone
 */
export async function countMembers(connection: Connection, segmentId: string): Promise<number> {
  const { total } = await readMembers(connection, segmentId, 1, 1);
  return total;
}

/**
 * Adds members to a segment. The outcomes are in the items' order; the failure `not-found` means
 * that the customer is gone.
 * @param waiting how the write waits to be sent, but not what is read to look up its outcome
 */
export async function addMembers(
  connection: Connection,
  segmentId: string,
  items: readonly Membership[],
  waiting?: Waiting,
): Promise<JoinOutcome[]> {
  const results = await writeInBulk<Membership, Joined>(connection, {
    items,
    cap: memberCap(connection),
    idempotent: true,
    async send(batch) {
      const ids = batch.map(({ profileId }) => profileId);
      const taken = await sendMembers(connection, segmentId, ids, waiting).catch(lookUpRefusal);
      return ids.map((id) => (taken.has(id) ? added : undefined));
    },
    async readBack(unknown) {
      const missing = unknown.some(({ error }) => error.kind === 'not-found');
      const [{ customers, isIn }, segments] = await Promise.all([
        readMemberships(
          connection,
          segmentId,
          unknown.map(({ item }) => item),
        ),
        missing ? fetchSegmentsById(connection, [segmentId]) : undefined,
      ]);
      if (segments?.length === 0) return unknown.map(() => segmentGone);
      return unknown.map(({ item, error }): JoinOutcome | undefined => {
        if (isIn(item)) return joined(error);
        const customer = customers.get(item.customerId);
        if (customer === undefined) return error.mayStillHappen ? undefined : customerGone;
        const isKept = customer.isPartial || customer.profileId === item.profileId;
        return isKept ? undefined : profileReplaced;
      });
    },
  });
  return results.map(({ outcome }) => outcome);
}

/** How many members one request may add: `WRITE_BATCH`, or fewer once BigCommerce has refused that many. */
export function memberCap({ store }: Connection): BatchCap {
  return store.batchCap('add members', WRITE_BATCH);
}

/** If a batch was refused because a member is already in, the request has added no member. */
function joined({ kind, nothingDone }: BigCommerceError): Joined {
  return kind === 'conflict' && nothingDone ? alreadyIn : added;
}

/**
 * Removes members from a segment. A profile that is not in the segment counts as removed. The
 * outcomes are in the ids' order.
 * @throws {BigCommerceError} `invalid`, before anything is sent, unless `profileIds` is a non-empty
 * list of UUIDs
 */
export async function removeMembers(
  connection: Connection,
  segmentId: string,
  profileIds: readonly string[],
): Promise<LeaveOutcome[]> {
  const results = await writeInBulk<string, Removed>(connection, {
    items: uuidList(profileIds),
    cap: connection.store.batchCap('remove members', UUIDS_PER_URL),
    idempotent: true,
    async send(batch) {
      await deleteMembers(connection, segmentId, batch).catch(lookUpRefusal);
      return batch.map(() => removed);
    },
    async readBack(unknown) {
      const ids = unknown.map(({ item }) => item);
      try {
        const left = await memberIdsByProfile(connection, segmentId, ids);
        return ids.map((id) => (left.has(id) ? undefined : removed));
      } catch (error) {
        const isGone = error instanceof BigCommerceError && error.kind === 'not-found';
        if (isGone) return ids.map(() => segmentGone);
        throw error;
      }
    },
  });
  return results.map(({ item: profileId, outcome }) => ({ ...outcome, profileId }));
}
