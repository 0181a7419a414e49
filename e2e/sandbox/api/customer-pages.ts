import type { Context } from 'hono';
import type { Settings } from '../sandbox-settings.ts';
import type { Customer } from '../sandbox-store.ts';
import { type Page, paginateWithLinks, readPage } from './paginate.ts';
import { ApiProblem } from './problem.ts';

/**
 * One page of customers, by number or by cursor. Page 1 by number also has cursors; a page by
 * `after` or `before` has only cursors.
 */
export function customerPage(c: Context, found: readonly Customer[], settings: Settings) {
  const page = readPage(c, settings);
  const after = readCursor(c, 'after');
  const before = readCursor(c, 'before');
  if (after === undefined && before === undefined) {
    const { data, meta } = paginateWithLinks(found, page);
    const withCursors = page.number === 1 ? { ...meta, ...cursorMeta(found, data, page) } : meta;
    return { data, meta: withCursors };
  }
  const data =
    after !== undefined
      ? found.slice(position(found, after) + 1).slice(0, page.limit)
      : found.slice(0, position(found, before)).slice(-page.limit);
  return { data, meta: cursorMeta(found, data, page) };
}

function cursorMeta(found: readonly Customer[], data: readonly Customer[], { limit }: Page) {
  const first = data[0];
  const last = data.at(-1);
  if (!first || !last) {
    return { cursor_pagination: { count: 0, per_page: limit, links: {} } };
  }
  const [start, end] = [writeCursor(first), writeCursor(last)];
  const link = (name: string, cursor: string) =>
    `?limit=${limit}&${name}=${encodeURIComponent(cursor)}`;
  const links = {
    ...(first !== found[0] && { previous: link('before', start) }),
    ...(last !== found.at(-1) && { next: link('after', end) }),
  };
  const cursors = { start_cursor: start, end_cursor: end };
  return { cursor_pagination: { count: data.length, per_page: limit, ...cursors, links } };
}

function position(found: readonly Customer[], id: number | undefined): number {
  const index = found.findIndex((customer) => customer.id === id);
  if (index === -1) throw invalidCursor();
  return index;
}

function writeCursor({ id }: Customer): string {
  return Buffer.from(JSON.stringify({ id })).toString('base64url');
}

function readCursor(c: Context, name: 'after' | 'before'): number | undefined {
  const cursor = c.req.query(name);
  if (cursor === undefined) return undefined;
  const id = /^\{"id":(\d+)\}$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (id === undefined) throw invalidCursor();
  return Number(id);
}

function invalidCursor(): ApiProblem {
  return new ApiProblem(422, 'The filter was not valid', { cursor: 'is not valid' });
}
