import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { type Collection, expectedSize, startReading } from '../bigcommerce/client/paging.ts';

/** A part of a list, while it is being read. */
export interface Stretch<T> {
  pages: {
    /** How many items of the list come before this page. */
    offset: number;
    items: Promise<T[]>;
  }[];
  /** How many items of the list come before the next part; null at the end of the list. */
  nextOffset: number | null;
}

/**
 * Begins to read a part of a list. BigCommerce has page numbers only, and decides about the size of
 * a page, so reading begins with the page that holds the item at `offset`.
 * @param range `offset`: how many items of the list come before the first one to read; `count`: how
 * many to read, rounded up to whole pages
 */
export async function readStretch<T>(
  connection: Connection,
  collection: Collection<T>,
  { offset, count }: { offset: number; count: number },
): Promise<Stretch<T>> {
  const pageAt = (size: number) => Math.floor(offset / size) + 1;
  const most = (size: number) => Math.ceil(count / size);
  let from = pageAt(expectedSize(connection, collection));
  let reading = await startReading(connection, collection, from, most);
  const { size } = reading.first;
  if (pageAt(size) !== from) {
    from = pageAt(size);
    reading = await startReading(connection, collection, from, most);
  }
  const { first, readRest } = reading;
  const pages = [Promise.resolve(first), ...readRest()];
  const next = from + pages.length;
  return {
    pages: pages.map((page, at) => ({
      offset: (from + at - 1) * size,
      items: page.then(({ items }) => items),
    })),
    nextOffset: next > first.pages ? null : (next - 1) * size,
  };
}
