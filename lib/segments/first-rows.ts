import 'server-only';
import { BigCommerceError } from '../bigcommerce/errors.ts';
import { listSegments, type Segment } from '../bigcommerce/segments.ts';
import { connect } from '../installations/connect.ts';
import { log } from '../log.ts';
import { requestSignal } from '../request-signal.ts';
import type { Session } from '../sessions/sessions.ts';
import { listSegmentsIn } from './listing.ts';
import type { View } from './view.ts';

/** Longer than this a launch does not wait for BigCommerce: the browser goes on asking. */
const PATIENCE_MS = 5_000;

/** The rows of a view's page, and how many segments match it and exist. */
export interface FirstRows {
  rows: readonly Segment[];
  found: number;
  total: number;
}

/**
 * Reads what a launch shows first.
 * @returns undefined when BigCommerce fails or dawdles; the browser then reads for itself, and says
 * what is wrong
 */
export async function readFirstRows(
  session: Session,
  view: View,
  requestId: string,
): Promise<FirstRows | undefined> {
  const browser = requestSignal();
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const signal = browser ? AbortSignal.any([browser, patience]) : patience;
  try {
    const connection = await connect(session.store, { requestId, log, signal });
    const segments = await listSegments(connection);
    const { rows, found } = listSegmentsIn(view, segments, session.user.locale);
    return { rows, found, total: segments.length };
  } catch (error) {
    if (error instanceof BigCommerceError || signal.aborted) return undefined;
    throw error;
  }
}
