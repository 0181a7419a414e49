import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { ActionResult } from '@/lib/requests/action.ts';
import { callAction } from '../api-client/call-action.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import type { WriteOutcome } from './actions.ts';

/** `unknown`: the segment may or may not have been written. */
export type Write =
  | { status: 'written'; segment: Segment }
  | { status: 'failed' | 'unknown'; failure: ClientFailure };

/** Calls a server action that writes one segment. It never throws. */
export async function write(call: () => Promise<ActionResult<WriteOutcome>>): Promise<Write> {
  const result = await callAction(call);
  if (result.ok) return result.data;
  return { status: result.unknown ? 'unknown' : 'failed', failure: result.failure };
}
