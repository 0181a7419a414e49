import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { ActionResult } from '@/lib/requests/action.ts';
import { callAction } from '../api-client/call-action.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import type { WriteOutcome } from './actions.ts';

/** `unknown`: whether the segment was written has to be read from the list. */
export type Write =
  | { status: 'written'; segment: Segment }
  | { status: 'failed' | 'unknown'; failure: ClientFailure };

/** Calls an action that writes one segment. A lost answer leaves the outcome unknown. */
export async function write(call: () => Promise<ActionResult<WriteOutcome>>): Promise<Write> {
  const result = await callAction(call);
  if (result.ok) return result.data;
  return { status: result.unknown ? 'unknown' : 'failed', failure: result.failure };
}
