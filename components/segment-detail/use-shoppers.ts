'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import type { Shopper, ShopperPage } from '@/lib/shoppers/shopper-page.ts';
import { retryRead } from '../api-client/retry-read.ts';
import { useReader } from '../api-client/use-reader.ts';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
import { shopperPageIn } from './shopper-json.ts';
import { forgetFarPages, keptPages, pagePath } from './shopper-pages.ts';

// A page read ahead is not read again when the user turns to it soon after.
const options = { onErrorRetry: retryRead, dedupingInterval: 5_000 };

export interface Shoppers {
  /** The page read last, which may be an earlier one while another is on its way. */
  shown: ShopperPage | undefined;
  /** Another page than the one on the screen has been asked for. */
  isTurning: boolean;
  failure: ClientFailure | undefined;
  /** Reads the page anew and forgets the others. Resolves to undefined if that fails. */
  refresh: () => Promise<ShopperPage | undefined>;
  /** Takes shoppers off the screen until it is settled whether they are out. */
  hide: (profileIds: readonly string[]) => void;
  /** Ends that: those who are out stay away, the others come back. */
  settle: (profileIds: readonly string[], out: readonly string[]) => Promise<void>;
  hidden: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

interface Options {
  storeHash: string;
  segmentId: string;
  page: number;
  /** What the server read. */
  first: ShopperPage | undefined;
}

/** A page of a segment's shoppers. The next one is read ahead. */
export function useShoppers({ storeHash, segmentId, page, first }: Options): Shoppers {
  const { session } = useSession();
  const { cache, mutate: mutateKey } = useSWRConfig();
  const read = useReader(shopperPageIn);
  const pages = useMemo(() => ({ storeHash, segmentId }), [storeHash, segmentId]);
  const key = session ? pagePath(pages, page) : null;
  const { data, error, mutate } = useSWR(key, read, {
    ...options,
    keepPreviousData: true,
    ...(first?.page === page && { fallbackData: first }),
  });
  const hasNext = data?.page === page && page < data.pages;
  useSWR(session && hasNext ? pagePath(pages, page + 1) : null, read, {
    ...options,
    revalidateOnFocus: false,
  });
  useEffect(() => forgetFarPages(cache, pages, page), [cache, pages, page]);

  const refresh = useCallback(async () => {
    if (key === null) return undefined;
    for (const other of keptPages(cache)) {
      if (other === key) continue;
      mutateKey(other);
      cache.delete(other);
    }
    try {
      return await mutate(read(key), { revalidate: false });
    } catch {
      // SWR's own read notes the failure and tries again, but would resolve to the earlier data.
      mutate();
      return undefined;
    }
  }, [key, read, mutate, mutateKey, cache]);
  const [hidden, setHidden] = useState(none);
  const hide = useCallback(
    (ids: readonly string[]) => setHidden((before) => before.union(new Set(ids))),
    [],
  );
  const settle = useCallback(
    async (ids: readonly string[], out: readonly string[]) => {
      const gone = new Set(out);
      await mutate((known) => known && without(known, gone), { revalidate: false });
      setHidden((before) => before.difference(new Set(ids)));
    },
    [mutate],
  );
  const shown = useMemo(() => data && without(data, hidden), [data, hidden]);
  return {
    shown,
    isTurning: data !== undefined && data.page !== page,
    failure: error === undefined ? undefined : clientFailure(error),
    refresh,
    hide,
    settle,
    hidden,
  };
}

function without(page: ShopperPage, gone: ReadonlySet<string>): ShopperPage {
  if (gone.size === 0) return page;
  const isLeft = ({ profileId }: Shopper) => !gone.has(profileId);
  return {
    ...page,
    shoppers: page.shoppers.filter(isLeft),
    total: Math.max(0, page.total - gone.size),
  };
}
