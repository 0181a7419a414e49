import 'server-only';
import { z } from 'zod';
import type { Connection } from './connection.ts';
import { BigCommerceError } from './errors.ts';
import { pathOf, type Target } from './path.ts';
import { request } from './request.ts';
import type { Pool } from './waiting-line.ts';

/** The most that the platform grants elsewhere. What it grants here is read from its answer. */
const LIMIT = 250;
const MAX_PAGES = 2_000;

export interface Listing<T> extends Target {
  pool: Pool;
  /** From {@link pageSchema}. */
  schema: z.ZodType<PageBody<T>>;
}

interface PageBody<T> {
  data: T[];
  meta: {
    pagination: { total: number; per_page: number; total_pages?: number | null | undefined };
  };
}

interface Page<T> {
  items: T[];
  total: number;
  pages: number;
}

/** What one pass over all pages found, by id. */
interface Pass<T> {
  items: Map<string | number, T>;
  isWhole: boolean;
}

/**
 * Everything in a paged list, each item once, in the API's order. If the list changes while it is
 * read, it is read once more, so that no item is missing that was there all the time.
 * @throws {BigCommerceError}
 */
export async function listAll<T extends { id: string | number }>(
  connection: Connection,
  listing: Listing<T>,
): Promise<T[]> {
  const first = await readPages(connection, listing);
  if (first.isWhole) return [...first.items.values()];
  const second = await readPages(connection, listing);
  if (second.isWhole) return [...second.items.values()];
  // Still moving: what only the first pass saw may be gone, but may as well have slipped through.
  return [...new Map([...first.items, ...second.items]).values()];
}

async function readPages<T extends { id: string | number }>(
  connection: Connection,
  listing: Listing<T>,
): Promise<Pass<T>> {
  const { store } = connection;
  const name = pathOf(listing);
  const first = readFirstPage(connection, listing);
  // Asked for before the first page tells how many there are: that saves a round trip.
  const early = range(2, store.expectedPages(name)).map((page) =>
    readPage(connection, listing, page).catch((error: unknown) => ({ error })),
  );
  const { items, total, pages } = await first;
  if (pages > MAX_PAGES) {
    throw new BigCommerceError('the list has too many pages', { kind: 'unexpected' });
  }
  store.rememberPages(name, pages);
  const late = range(early.length + 2, pages).map((page) => readPage(connection, listing, page));
  // A page beyond the end may be answered in any way.
  const rest = await Promise.all([...early, ...late].slice(0, Math.max(0, pages - 1)));
  const all = rest.reduce((read, page) => {
    if ('error' in page) throw page.error;
    return read.concat(page.items);
  }, items);
  const byId = new Map(all.map((item) => [item.id, item]));
  const isWhole =
    byId.size === total && rest.every((page) => 'total' in page && page.total === total);
  return { items: byId, isWhole };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

async function readFirstPage<T>(connection: Connection, listing: Listing<T>): Promise<Page<T>> {
  const { defaultPageSize } = connection.store;
  try {
    return await readPage(connection, listing, 1);
  } catch (error) {
    const refused =
      error instanceof BigCommerceError && (error.status === 413 || error.status === 422);
    if (!refused || defaultPageSize.has(listing.route)) throw error;
    defaultPageSize.add(listing.route);
    return await readPage(connection, listing, 1);
  }
}

async function readPage<T>(
  connection: Connection,
  { route, params = {}, query = {}, pool, schema }: Listing<T>,
  page: number,
): Promise<Page<T>> {
  const limit = connection.store.defaultPageSize.has(route) ? undefined : LIMIT;
  const { data, meta } = await request(connection, {
    method: 'GET',
    route,
    params,
    query: { ...query, page, limit },
    pool,
    schema,
  });
  const { total, per_page, total_pages } = meta.pagination;
  const size = per_page > 0 ? per_page : Math.max(1, data.length);
  return { items: data, total, pages: total_pages ?? Math.ceil(total / size) };
}

/** Made once for each kind of item: zod compiles a schema at its first use. */
export function pageSchema<T>(item: z.ZodType<T>): z.ZodType<PageBody<T>> {
  const count = z.int().nonnegative();
  return z.object({
    data: z.array(item),
    meta: z.object({
      pagination: z.object({ total: count, per_page: count, total_pages: count.nullish() }),
    }),
  });
}
