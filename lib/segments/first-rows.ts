import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { listSegments, type Segment } from '../bigcommerce/segments.ts';
import type { ListQuery } from './list-query.ts';
import { listSegmentsIn } from './listing.ts';

/** The rows of a query's page, how many segments match, and how many exist. */
export interface FirstRows {
  rows: readonly Segment[];
  found: number;
  total: number;
}

/** Reads the rows that the list shows first. */
export async function readFirstRows(
  connection: Connection,
  query: ListQuery,
  locale: string,
): Promise<FirstRows> {
  const segments = await listSegments(connection);
  const { rows, found } = listSegmentsIn(query, segments, locale);
  return { rows, found, total: segments.length };
}
