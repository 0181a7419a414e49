import 'server-only';
import type { Segment } from '../bigcommerce/segments.ts';
import { database } from '../database/database.ts';
import type { InstalledStore } from '../installations/connect.ts';
import type { ListQuery } from './list-query.ts';
import { listSegmentsIn } from './listing.ts';
import { type RememberedCount, rememberedCounts } from './remembered-counts.ts';
import { rememberedList, type SegmentList } from './remembered-list.ts';

/** How old a list may be that is shown while BigCommerce is asked. */
const SHOWN_MEANWHILE_MS = 10 * 60_000;

/** The rows of a query's page, how many segments match, and how many exist. */
export interface FirstRows {
  rows: readonly Segment[];
  found: number;
  total: number;
}

/** What the list shows first. */
export interface FirstList extends FirstRows {
  /** How many shoppers the rows' segments had, as far as that is remembered. */
  counts: readonly RememberedCount[];
  /** When BigCommerce was asked for the segments, epoch milliseconds. */
  askedAt: number;
  /** Whether they were read for an earlier opening, so that they may have changed since. */
  isEarlier: boolean;
}

/**
 * The rows that the list shows first. If anybody of the store has had the list read in the last
 * ten minutes, BigCommerce is not asked.
 * @param read asks BigCommerce; undefined if that fails or takes too long
 */
export async function firstRowsOf(
  store: InstalledStore,
  query: ListQuery,
  locale: string,
  read: () => Promise<SegmentList | undefined>,
): Promise<FirstList | undefined> {
  const db = await database();
  // With a refused token, an earlier list would hide that the app must be installed again.
  const earlier = store.tokenRejected
    ? undefined
    : await rememberedList(db, store, Date.now() - SHOWN_MEANWHILE_MS);
  const list = earlier ?? (await read());
  if (!list) return undefined;
  const { rows, found } = listSegmentsIn(query, list.segments, locale);
  const counts = await rememberedCounts(
    db,
    store,
    rows.map(({ id }) => id),
  );
  return {
    rows,
    found,
    total: list.segments.length,
    counts,
    askedAt: list.askedAt,
    isEarlier: earlier !== undefined,
  };
}
