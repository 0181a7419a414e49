import 'server-only';
import type { InstalledStore } from '../installations/connect.ts';
import { beginChange, correctCount, forgetCounts } from './remembered-counts.ts';
import { forgetList } from './remembered-list.ts';
import { tryToRemember } from './try-to-remember.ts';

/*
 * What is remembered of a store's segments is corrected after each change by the app, also after one
 * that failed or whose outcome is unknown.
 */

/**
 * Creates, changes or deletes segments.
 * @param deletedIds which segments the change has deleted
 */
export async function changingSegments<T>(
  store: InstalledStore,
  change: () => Promise<T>,
  deletedIds: (result: T) => readonly string[] = () => [],
): Promise<T> {
  let deleted: readonly string[] = [];
  try {
    const result = await change();
    deleted = deletedIds(result);
    return result;
  } finally {
    await tryToRemember(store, async (db) => {
      await forgetList(db, store);
      await forgetCounts(db, store, deleted);
    });
  }
}

/**
 * Adds shoppers to a segment or removes some.
 * @param difference how many more the segment has after the change; undefined if that is not known
 */
export async function changingShoppers<T>(
  store: InstalledStore,
  segmentId: string,
  change: () => Promise<T>,
  difference: (result: T) => number | undefined,
): Promise<T> {
  let more: number | undefined;
  const startedAt = Date.now();
  await tryToRemember(store, (db) => beginChange(db, store, segmentId, startedAt));
  try {
    const result = await change();
    more = difference(result);
    return result;
  } finally {
    await tryToRemember(store, (db) =>
      correctCount(db, store, segmentId, { difference: more, startedAt }),
    );
  }
}
