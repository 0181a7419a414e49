'use server';

import {
  createSegments,
  deleteSegments as deleteInStore,
  type Segment,
  updateSegments,
} from '@/lib/bigcommerce/segments.ts';
import { type Failure, failureFrom } from '@/lib/failure.ts';
import { action } from '@/lib/requests/action.ts';
import { changingSegments } from '@/lib/segments/record-changes.ts';
import {
  type CreateInput,
  createInput,
  type DeleteInput,
  deleteInput,
  type RenameInput,
  renameInput,
} from '@/lib/segments/segment-input.ts';

/** `unknown`: BigCommerce gave no clear answer, so the change may have been made. */
export type WriteOutcome =
  | { status: 'written'; segment: Segment }
  | { status: 'failed' | 'unknown'; failure: Failure };

export type DeletionOutcome =
  | { status: 'deleted'; id: string }
  | { status: 'failed' | 'unknown'; id: string; failure: Failure };

const create = action('createSegment', createInput, async ({ connection, session }, input) => {
  const create = () => createSegments(connection, [input]);
  const [outcome] = await changingSegments(session.store, create);
  return writeOutcome(outcome);
});

export async function createSegment(token: string, input: CreateInput) {
  return create(token, input);
}

const rename = action('renameSegment', renameInput, async ({ connection, session }, input) => {
  const update = () => updateSegments(connection, [input]);
  const [outcome] = await changingSegments(session.store, update);
  return writeOutcome(outcome);
});

export async function renameSegment(token: string, input: RenameInput) {
  return rename(token, input);
}

const remove = action('deleteSegments', deleteInput, async ({ connection, session }, { ids }) => {
  const outcomes = await changingSegments(
    session.store,
    () => deleteInStore(connection, ids),
    (done) => done.flatMap(({ status, id }) => (status === 'deleted' ? [id.toLowerCase()] : [])),
  );
  return outcomes.map(
    (outcome): DeletionOutcome =>
      outcome.status === 'deleted'
        ? { status: 'deleted', id: outcome.id }
        : { status: outcome.status, id: outcome.id, failure: failureFrom(outcome.error) },
  );
});

/** Deletes up to `SEGMENTS_PER_DELETION` segments. Returns an outcome for each. */
export async function deleteSegments(token: string, input: DeleteInput) {
  return remove(token, input);
}

type Written =
  | { status: 'created' | 'updated'; segment: Segment }
  | { status: 'failed' | 'unknown'; error: unknown };

function writeOutcome(outcome: Written | undefined): WriteOutcome {
  if (outcome === undefined) return { status: 'unknown', failure: failureFrom(undefined) };
  if ('segment' in outcome) return { status: 'written', segment: outcome.segment };
  return { status: outcome.status, failure: failureFrom(outcome.error) };
}
