import type { Context } from 'hono';
import type { Settings } from '../sandbox-settings.ts';
import { ApiProblem } from './problem.ts';

const defaultLimit = 50;

export interface Page {
  readonly number: number;
  readonly limit: number;
}

export function readPage(c: Context, settings: Pick<Settings, 'maxLimit' | 'overLimit'>): Page {
  const number = positiveInteger(c, 'page', 1);
  const limit = positiveInteger(c, 'limit', Math.min(defaultLimit, settings.maxLimit));
  if (limit <= settings.maxLimit) return { number, limit };
  if (settings.overLimit === 'clamp') return { number, limit: settings.maxLimit };
  throw new ApiProblem(
    Number(settings.overLimit),
    `The limit must not exceed ${settings.maxLimit}`,
  );
}

/** One page of a collection with `meta.pagination`, as the segmentation endpoints send it. */
export function paginate<T>(items: readonly T[], { number, limit }: Page) {
  const data = items.slice((number - 1) * limit, number * limit);
  const pagination = {
    total: items.length,
    count: data.length,
    per_page: limit,
    current_page: number,
    total_pages: Math.ceil(items.length / limit),
  };
  return { data, meta: { pagination } };
}

/** The same with links to the neighboring pages, as customers and promotions have them. */
export function paginateWithLinks<T>(items: readonly T[], page: Page) {
  const { data, meta } = paginate(items, page);
  const to = (number: number) => `?page=${number}&limit=${page.limit}`;
  const links = {
    ...(page.number > 1 && { previous: to(page.number - 1) }),
    current: to(page.number),
    ...(page.number < meta.pagination.total_pages && { next: to(page.number + 1) }),
  };
  return { data, meta: { pagination: { ...meta.pagination, links } } };
}

function positiveInteger(c: Context, name: string, fallback: number): number {
  const value = c.req.query(name);
  if (value === undefined) return fallback;
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw new ApiProblem(422, 'The filter was not valid', { [name]: 'must be a positive integer' });
  }
  return Number(value);
}
