import { isUuid, NUMERIC_ID } from '../bigcommerce/ids.ts';

export interface Screen {
  /** The path below the address of a store. A screen that shows no single record takes no id. */
  path(id: string): string;
  /** Whether the id in a path has the right form. */
  hasId(id: string): boolean;
  /** The parameters of the query that a deep link can hold. */
  query: readonly string[];
}

/**
 * The addresses of all screens. Links, deep links, the customer panel of the control panel and the
 * tests take them from here; Next takes them from the folders below `app/stores/[storeHash]`.
 */
export const screens = {
  segments: {
    path: () => '/segments',
    hasId: (id) => id === '',
    query: ['search', 'sort', 'page', 'limit'],
  },
  segment: { path: (id) => `/segments/${id}`, hasId: isUuid, query: ['page'] },
  customer: {
    path: (id: string | number) => `/customers/${id}`,
    hasId: (id) => NUMERIC_ID.test(id),
    query: [],
  },
} satisfies Record<string, Screen>;

const root = '/stores/';

/** @param path of one of the {@link screens}, with or without a query */
export function addressIn(storeHash: string, path: string): string {
  return `${root}${storeHash}${path}`;
}

/**
 * The link on one screen to another screen of the same store. It is relative, because the address of
 * the store, repeated in each row, would make a list's document larger.
 * @param path of one of the {@link screens}, with or without a query
 */
export function linkFrom(screen: keyof typeof screens, path: string): string {
  return `${screen === 'segments' ? '.' : '..'}${path}`;
}

/** Whether a path is below the address of a store. */
export function isInStore(address: string): boolean {
  return address.startsWith(root);
}

/** The part of such a path that stands in the place of the store hash. */
export function storeHashIn(address: string): string | undefined {
  return isInStore(address) ? address.slice(root.length).split('/')[0] || undefined : undefined;
}
