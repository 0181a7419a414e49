import 'server-only';
import { z } from 'zod';
import type { Connection } from './connection.ts';
import { BigCommerceError } from './errors.ts';
import { pathOf, type Target } from './path.ts';
import { request } from './request.ts';
import type { Pool } from './waiting-line.ts';

/** The largest page size of BigCommerce's other APIs. The answer shows the size that is granted. */
const LIMIT = 250;
const MAX_PAGES = 2_000;

/** A list that the API returns page by page, and how to read it. */
export interface Collection<T> extends Target {
  pool: Pool;
  /** From {@link pageSchema}. */
  schema: z.ZodType<PageBody<T>>;
}

interface PageBody<T> {
  /** Undefined stands for a record that can't be used. */
  data: (T | undefined)[];
  meta: {
    pagination: { total: number; per_page: number; total_pages?: number | null | undefined };
  };
}

export interface Page<T> {
  items: T[];
  /** How many records of this page can't be used. */
  leftOut: number;
  /** How many items all pages have together, with those that can't be used. */
  total: number;
  pages: number;
  /** How many items a full page has, which may differ from what was asked for. */
  size: number;
}

/** What one pass over all pages found, by id. */
interface Pass<T> {
  items: Map<string | number, T>;
  isWhole: boolean;
}

/**
 * Reads a whole paged list: each item once, in the API's order. If the list changes while it is
 * read, it is read once more, so that no item that stayed in it is missing.
 * @throws {BigCommerceError}
 */
export async function listAll<T extends { id: string | number }>(
  connection: Connection,
  collection: Collection<T>,
): Promise<T[]> {
  const first = await readPages(connection, collection);
  if (first.isWhole) return [...first.items.values()];
  const second = await readPages(connection, collection);
  if (second.isWhole) return [...second.items.values()];
  // The list still changes. The second pass may have missed an item that only the first one found.
  return [...new Map([...first.items, ...second.items]).values()];
}

async function readPages<T extends { id: string | number }>(
  connection: Connection,
  collection: Collection<T>,
): Promise<Pass<T>> {
  const { first, readRest } = await startReading(
    connection,
    collection,
    1,
    () => Number.POSITIVE_INFINITY,
  );
  const pages = [first, ...(await Promise.all(readRest()))];
  const byId = new Map<string | number, T>();
  for (const { items } of pages) for (const item of items) byId.set(item.id, item);
  const found = pages.reduce((sum, { leftOut }) => sum + leftOut, byId.size);
  const isWhole = found === first.total && pages.every(({ total }) => total === first.total);
  return { items: byId, isWhole };
}

/**
 * Begins to read a list at the page `from`, and resolves when that page has been read. The caller
 * checks that `from` is right for the size of this page, and then calls `readRest` for the others.
 * @param most how many pages to read at most if they have the given size
 */
export async function startReading<T>(
  connection: Connection,
  collection: Collection<T>,
  from: number,
  most: (size: number) => number,
): Promise<{ first: Page<T>; readRest: () => Promise<Page<T>>[] }> {
  const { store } = connection;
  const name = pathOf(collection);
  const beginning = readPage(connection, collection, from);
  // These are requested before the first page shows how many there are, which saves a round trip.
  const expected = Math.min(
    store.expectedPages(name),
    from + most(expectedSize(connection, collection)) - 1,
  );
  const early = range(from + 1, expected).map((page) =>
    readLaterPage(connection, collection, page).catch((error: unknown) => ({ error })),
  );
  const first = await beginning;
  const last = Math.min(first.pages, from + most(first.size) - 1);
  if (last - from >= MAX_PAGES) {
    throw new BigCommerceError('the list has too many pages', { kind: 'unexpected' });
  }
  store.rememberPages(name, first.pages);
  if (first.pages > 1) store.pageSizes.set(collection.route, first.size);
  return {
    first,
    readRest() {
      const late = range(from + 1 + early.length, last);
      // A page beyond the end is left out, because its answer may be an error.
      const needed = early.slice(0, Math.max(0, last - from));
      return [
        ...needed.map(orThrow),
        ...late.map((page) => readLaterPage(connection, collection, page)),
      ];
    },
  };
}

/** The page size to expect: the size when the list was last read, or else the one asked for. */
export function expectedSize({ store }: Connection, { route }: Target): number {
  return store.pageSizes.get(route) ?? LIMIT;
}

async function orThrow<T extends object>(result: Promise<T | { error: unknown }>): Promise<T> {
  const found = await result;
  if ('error' in found) throw found.error;
  return found;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/**
 * @param page from 1
 * @param limit how many items the page should have; the default is as many as the API grants. Where
 * it has refused a size, it chooses the size itself
 * @throws {BigCommerceError}
 */
export async function readPage<T>(
  connection: Connection,
  collection: Collection<T>,
  page: number,
  limit: number = LIMIT,
): Promise<Page<T>> {
  const { defaultPageSize } = connection.store;
  if (limit > 1 && defaultPageSize.has(collection.route)) {
    return requestPage(connection, collection, page);
  }
  try {
    return await requestPage(connection, collection, page, limit);
  } catch (error) {
    const refused =
      error instanceof BigCommerceError && (error.status === 413 || error.status === 422);
    if (!refused) throw error;
    const found = await requestPage(connection, collection, page);
    // Only now is it certain that the limit was the reason.
    defaultPageSize.add(collection.route);
    return found;
  }
}

/** A page of the same size as the first one: of another size, it would hold other items. */
function readLaterPage<T>(
  connection: Connection,
  collection: Collection<T>,
  page: number,
): Promise<Page<T>> {
  const isRefused = connection.store.defaultPageSize.has(collection.route);
  return requestPage(connection, collection, page, isRefused ? undefined : LIMIT);
}

async function requestPage<T>(
  connection: Connection,
  { route, params = {}, query = {}, pool, schema }: Collection<T>,
  page: number,
  limit?: number,
): Promise<Page<T>> {
  const { data, meta } = await request(connection, {
    method: 'GET',
    route,
    params,
    query: { ...query, page, limit },
    pool,
    schema,
  });
  const items = data.filter((item) => item !== undefined);
  const leftOut = data.length - items.length;
  if (leftOut > 0) connection.onLeftOut?.(route, leftOut);
  const { total, per_page, total_pages } = meta.pagination;
  const reported = per_page > 0 ? per_page : Math.max(1, data.length);
  const due = Math.min(reported, Math.max(0, total - (page - 1) * reported));
  if (data.length === 0 || data.length === due) {
    return {
      items,
      leftOut,
      total,
      pages: total_pages ?? Math.ceil(total / reported),
      size: reported,
    };
  }
  // The answer gives another size than it has, so its number of pages is wrong, too.
  const size = data.length;
  return { items, leftOut, total, pages: Math.max(page, Math.ceil(total / size)), size };
}

/** A list in which each record that the schema refuses is undefined. */
export function eachOrNone<T>(record: z.ZodType<T>): z.ZodType<(T | undefined)[]> {
  return z.array(record.optional().catch(undefined));
}

/** To be called once for each kind of item, because zod compiles every schema at its first use. */
export function pageSchema<T>(data: z.ZodType<(T | undefined)[]>): z.ZodType<PageBody<T>> {
  const count = z.int().nonnegative();
  return z.object({
    data,
    meta: z.object({
      pagination: z.object({ total: count, per_page: count, total_pages: count.nullish() }),
    }),
  });
}
