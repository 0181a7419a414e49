import 'server-only';
import { listSegments, type Segment } from '../bigcommerce/segments.ts';
import { firstRead } from '../requests/page-read.ts';
import type { Session } from '../sessions/sessions.ts';
import { listSegmentsIn } from './listing.ts';
import type { View } from './view.ts';

/** The rows of a view's page, and how many segments match it and exist. */
export interface FirstRows {
  rows: readonly Segment[];
  found: number;
  total: number;
}

/** Reads the rows that a launch shows first, if BigCommerce gives them. */
export function readFirstRows(
  session: Session,
  view: View,
  requestId: string,
): Promise<FirstRows | undefined> {
  return firstRead(session, requestId, async (connection) => {
    const segments = await listSegments(connection);
    const { rows, found } = listSegmentsIn(view, segments, session.user.locale);
    return { rows, found, total: segments.length };
  });
}
