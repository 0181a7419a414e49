import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { callAction } from '../api-client/call-action.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { addShoppers, removeShoppers } from '../shoppers/actions.ts';
import type { Change, Sent } from './change-queue.ts';

type Target = Pick<Customer, 'id' | 'profileId'>;
/** A change that was made comes with the customer's shopper profile. */
type SentFor = Exclude<Sent, { status: 'done' }> | { status: 'done'; profileId: string };

/** Adds a customer to a segment or removes the shopper from it. */
export function sendChange(token: string, target: Target, change: Change): Promise<SentFor> {
  return change.on ? add(token, target, change) : remove(token, target, change);
}

async function add(token: string, { id }: Target, { segmentId }: Change): Promise<SentFor> {
  const result = await callAction(() => addShoppers(token, { segmentId, customerIds: [id] }));
  if (!result.ok) return notDone(result);
  const [outcome] = result.data;
  if (!outcome) return unknown;
  if ('failure' in outcome) return { status: outcome.status, failure: outcome.failure };
  return { status: 'done', profileId: outcome.profileId };
}

async function remove(
  token: string,
  { profileId }: Target,
  { segmentId }: Change,
): Promise<SentFor> {
  // `unknown` makes the caller read the customer again, which brings the profile id.
  if (profileId === null) return unknown;
  const result = await callAction(() =>
    removeShoppers(token, { segmentId, profileIds: [profileId] }),
  );
  if (!result.ok) return notDone(result);
  const [outcome] = result.data;
  if (!outcome) return unknown;
  if ('failure' in outcome) return { status: outcome.status, failure: outcome.failure };
  return { status: 'done', profileId };
}

const unknown: SentFor = { status: 'unknown', failure: { code: 'unexpected' } };

function notDone({ failure, unknown }: { failure: ClientFailure; unknown: boolean }): SentFor {
  return { status: unknown ? 'unknown' : 'failed', failure };
}
