'use client';

import { useCallback, useEffect, useMemo } from 'react';
import type { Shopper, ShopperPage } from '@/lib/shoppers/shopper-page.ts';
import { useKeptReads } from '../api-client/use-kept-reads.ts';
import { useOverlay } from '../api-client/use-overlay.ts';
import { type ReadResult, useResource } from '../api-client/use-resource.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { shopperPageIn } from './shopper-json.ts';
import { isShoppersPage, pagePath, pagesNear, shoppersPath } from './shopper-pages.ts';

// A page that was read ahead is not read again if the user opens it soon after.
const dedupingInterval = 5_000;
const pageOnScreen = { dedupingInterval, keepPreviousData: true };
const pageAhead = { dedupingInterval, revalidateOnFocus: false };

export interface Shoppers {
  /** The page that was read last, without the hidden shoppers. */
  shownPage: ShopperPage | undefined;
  /** Whether the screen still shows another page than the one asked for. */
  isPageLoading: boolean;
  failure: ClientFailure | undefined;
  retry: () => void;
  /** Reads the page again and drops the others. */
  refresh: () => Promise<ReadResult<ShopperPage>>;
  /** Takes shoppers off the screen until `settle` is called. */
  hide: (profileIds: readonly string[]) => void;
  /** Drops the shoppers in `removed` and shows the other hidden ones again. */
  settle: (profileIds: readonly string[], removed: readonly string[]) => Promise<void>;
  /** Profile ids of the hidden shoppers. */
  removals: ReadonlySet<string>;
}

interface Options {
  segmentId: string;
  page: number;
  /** The page that came with the document. */
  first: ShopperPage | undefined;
}

/** A page of a segment's shoppers. The next one is read ahead. */
export function useShoppers({ segmentId, page, first }: Options): Shoppers {
  const { keepOnly, changeOthers } = useKeptReads<ShopperPage>(isShoppersPage);
  const path = pagePath(segmentId, page);
  const firstPage = first?.page === page ? first : undefined;
  const shownResource = useResource(path, shopperPageIn, firstPage, pageOnScreen);
  const { data, failure, retry, refresh: refreshPage, change } = shownResource;
  const hasNext = data?.page === page && page < data.pages;
  useResource(
    hasNext ? pagePath(segmentId, page + 1) : undefined,
    shopperPageIn,
    undefined,
    pageAhead,
  );
  useEffect(() => keepOnly(pagesNear(segmentId, page)), [keepOnly, segmentId, page]);

  const refresh = useCallback(() => {
    keepOnly([path]);
    return refreshPage();
  }, [keepOnly, path, refreshPage]);
  const [{ removals }, dispatch] = useOverlay<never>(shoppersPath(segmentId));
  const hide = useCallback(
    (ids: readonly string[]) => dispatch({ type: 'remove', ids }),
    [dispatch],
  );
  const settle = useCallback(
    async (ids: readonly string[], removed: readonly string[]) => {
      const gone = new Set(removed);
      await change((known) => known && without(known, gone));
      changeOthers(path, (known) => without(known, gone));
      dispatch({ type: 'settle', ids });
    },
    [change, changeOthers, path, dispatch],
  );
  const shownPage = useMemo(() => data && without(data, removals), [data, removals]);
  return {
    shownPage,
    isPageLoading: data !== undefined && data.page !== page,
    failure,
    retry,
    refresh,
    hide,
    settle,
    removals,
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
