import 'server-only';
import { writeInBulk } from './client/bulk-write.ts';
import type { Connection } from './client/connection.ts';
import { UUIDS_PER_URL, uuidList } from './client/delete-by-ids.ts';
import { BigCommerceError } from './client/errors.ts';
import type { NotDone } from './client/not-done.ts';
import { plainText } from './same-text.ts';
import { findCreated, inOrderOf } from './segment-creation.ts';
import {
  fetchDatedSegments,
  fetchSegments,
  fetchSegmentsById,
  type NewSegment,
  removeSegments,
  type Segment,
  type SegmentChange,
  sendSegments,
} from './segment-endpoint.ts';

export type { Segment } from './segment-endpoint.ts';

/** BigCommerce publishes no cap, but has always accepted ten. */
const WRITE_BATCH = 10;

type Created = { status: 'created'; segment: Segment };
type Updated = { status: 'updated'; segment: Segment };
type Deleted = { status: 'deleted' };

/** `unknown`: the write may have been carried out, and reading the store did not settle it. */
export type CreateOutcome = Created | NotDone;
export type UpdateOutcome = Updated | NotDone;
export type DeleteOutcome = (Deleted | NotDone) & { id: string };

const deleted: Deleted = { status: 'deleted' };
const nameTaken: NotDone = {
  status: 'failed',
  error: new BigCommerceError('another segment has this name', { kind: 'conflict' }),
};
const gone: NotDone = {
  status: 'failed',
  error: new BigCommerceError('the segment is gone', { kind: 'not-found' }),
};

/** @throws {BigCommerceError} */
export function listSegments(connection: Connection): Promise<Segment[]> {
  return fetchSegments(connection);
}

/** @throws {BigCommerceError} */
export async function findSegment(
  connection: Connection,
  id: string,
): Promise<Segment | undefined> {
  const [segment] = await fetchSegmentsById(connection, [id]);
  return segment;
}

/** Creates each segment once. The outcomes are in the items' order. */
export async function createSegments(
  connection: Connection,
  items: readonly NewSegment[],
): Promise<CreateOutcome[]> {
  const { store } = connection;
  const known = store.knownSegments;
  const startedAt = store.clock.now();
  // If a name were sent twice, a segment found by that name could belong to either item.
  const distinct = [
    ...new Map([...items].reverse().map((item) => [item.name.trim(), item])).values(),
  ];
  const results = await writeInBulk<NewSegment, Created>(connection, {
    items: distinct.reverse(),
    cap: store.batchCap('create segments', WRITE_BATCH),
    idempotent: false,
    async send(batch) {
      return inOrderOf(batch, await sendSegments(connection, 'POST', batch)).map(created);
    },
    async readBack(unknown) {
      const segments = await fetchDatedSegments(connection);
      const names = new Set(distinct.map(({ name }) => plainText(name)));
      const evidence = { known, since: startedAt + store.clockOffsetMs };
      return unknown.map(({ item, error }): CreateOutcome | undefined => {
        const found = findCreated(item, segments, names, evidence);
        if (found?.whose === 'ours') return created(found.segment);
        if (found?.whose === 'theirs') return nameTaken;
        return found || isAccepted(error) ? { status: 'unknown', error } : undefined;
      });
    },
  });
  const unclaimed = new Map(results.map(({ item, outcome }) => [item.name.trim(), outcome]));
  return items.map(({ name }) => {
    const outcome = unclaimed.get(name.trim()) ?? nameTaken;
    if (outcome.status === 'created') unclaimed.delete(name.trim());
    return outcome;
  });
}

/** A field left out stays as it is. The outcomes are in the items' order. */
export async function updateSegments(
  connection: Connection,
  items: readonly SegmentChange[],
): Promise<UpdateOutcome[]> {
  const results = await writeInBulk<SegmentChange, Updated>(connection, {
    items,
    cap: connection.store.batchCap('update segments', WRITE_BATCH),
    idempotent: true,
    async send(batch) {
      const written = byId(await sendSegments(connection, 'PUT', batch));
      return batch.map(({ id }) => updated(written.get(id.toLowerCase())));
    },
    async readBack(unknown) {
      const found = byId(
        await fetchSegmentsById(
          connection,
          unknown.map(({ item }) => item.id),
        ),
      );
      return unknown.map(({ item }): UpdateOutcome | undefined => {
        const segment = found.get(item.id.toLowerCase());
        if (segment === undefined) return gone;
        return agrees(item, segment) ? updated(segment) : undefined;
      });
    },
  });
  return results.map(({ outcome }) => outcome);
}

/**
 * A segment that is gone already counts as deleted. The outcomes are in the ids' order.
 * @throws {BigCommerceError} `invalid`, before anything is sent, unless `ids` is a non-empty list
 * of UUIDs
 */
export async function deleteSegments(
  connection: Connection,
  ids: readonly string[],
): Promise<DeleteOutcome[]> {
  const results = await writeInBulk<string, Deleted>(connection, {
    items: uuidList(ids),
    cap: connection.store.batchCap('delete segments', UUIDS_PER_URL),
    idempotent: true,
    async send(batch) {
      try {
        await removeSegments(connection, batch);
      } catch (error) {
        // A segment that is gone counts as deleted, but a 404 does not show which ones are gone.
        const isGone = error instanceof BigCommerceError && error.kind === 'not-found';
        throw isGone ? error.asUnknown() : error;
      }
      return batch.map(() => deleted);
    },
    async readBack(unknown) {
      const left = byId(
        await fetchSegmentsById(
          connection,
          unknown.map(({ item }) => item),
        ),
      );
      return unknown.map(({ item }) => (left.has(item.toLowerCase()) ? undefined : deleted));
    },
  });
  return results.map(({ item: id, outcome }) => ({ ...outcome, id }));
}

function byId(segments: readonly Segment[]): Map<string, Segment> {
  return new Map(segments.map((segment) => [segment.id.toLowerCase(), segment]));
}

function agrees({ name, description }: SegmentChange, segment: Segment): boolean {
  return (
    plainText(name ?? segment.name) === plainText(segment.name) &&
    plainText(description ?? segment.description) === plainText(segment.description)
  );
}

/** After a success without the segment, it may be in the store under a changed name. */
function isAccepted({ status }: BigCommerceError): boolean {
  return status === 200 || status === 201;
}

function created(segment: Segment | undefined): Created | undefined {
  return segment && { status: 'created', segment };
}

function updated(segment: Segment | undefined): Updated | undefined {
  return segment && { status: 'updated', segment };
}
