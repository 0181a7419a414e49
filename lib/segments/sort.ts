import type { Segment } from '../bigcommerce/segments.ts';
import { usableLocale } from '../i18n/locale.ts';
import type { SortOrder } from './list-query.ts';

type Compare = (a: Segment, b: Segment) => number;

/** How many shoppers segments have, by id; those that are missing have not been counted. */
export type Sizes = ReadonlyMap<string, number>;

/**
 * Sorts as a reader of the locale expects: numbers by value, case and accents aside.
 * @param sizes for the order by shoppers: a segment that has not been counted comes last
 */
export function sortSegments(
  segments: readonly Segment[],
  order: SortOrder,
  locale: string,
  sizes?: Sizes,
): Segment[] {
  const { compare } = new Intl.Collator(usableLocale(locale), {
    numeric: true,
    sensitivity: 'base',
  });
  const byName: Compare = (a, b) => compare(a.name, b.name);
  const direction = isDescending(order) ? -1 : 1;
  const column = columns(compare, sizes)[columnOf(order)];
  const uncountedLast: Compare =
    columnOf(order) === 'shoppers'
      ? (a, b) => Number(!sizes?.has(a.id)) - Number(!sizes?.has(b.id))
      : () => 0;
  return segments.toSorted(
    (a, b) =>
      uncountedLast(a, b) || direction * column(a, b) || byName(a, b) || (a.id < b.id ? -1 : 1),
  );
}

export type SortColumn = 'name' | 'description' | 'updated' | 'shoppers';

export function columnOf(order: SortOrder): SortColumn {
  switch (order) {
    case 'name':
    case '-name':
      return 'name';
    case 'description':
    case '-description':
      return 'description';
    case 'updated':
    case '-updated':
      return 'updated';
    case 'shoppers':
    case '-shoppers':
      return 'shoppers';
  }
}

export function isDescending(order: SortOrder): boolean {
  return order.startsWith('-');
}

/** The order after a column's heading is chosen: ascending first, then the other way each time. */
export function nextOrder(order: SortOrder, column: SortColumn): SortOrder {
  return order === column ? `-${column}` : column;
}

function columns(
  compare: (a: string, b: string) => number,
  sizes: Sizes = new Map(),
): Record<SortColumn, Compare> {
  return {
    name: (a, b) => compare(a.name, b.name),
    description: (a, b) => compare(a.description, b.description),
    updated: (a, b) => timeOf(a) - timeOf(b),
    shoppers: (a, b) => (sizes.get(a.id) ?? 0) - (sizes.get(b.id) ?? 0),
  };
}

/** A segment without a date counts as the oldest. */
function timeOf({ updatedAt }: Segment): number {
  return Date.parse(updatedAt) || 0;
}
