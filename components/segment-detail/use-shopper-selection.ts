'use client';

import { useCallback, useState } from 'react';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';

type Chosen = ReadonlyMap<string, Shopper>;

const none: Chosen = new Map();

export interface ShopperSelection {
  /** By profile id. */
  selected: Chosen;
  select: (shoppers: readonly Shopper[], on: boolean) => void;
  drop: (profileIds: readonly string[]) => void;
  clear: () => void;
}

/** The selected shoppers, kept across pages and searches. */
export function useShopperSelection(): ShopperSelection {
  const [selected, setSelected] = useState(none);
  const drop = useCallback((profileIds: readonly string[]) => {
    setSelected((before) => {
      const after = new Map(before);
      for (const id of profileIds) after.delete(id);
      return after;
    });
  }, []);
  const select = useCallback(
    (shoppers: readonly Shopper[], on: boolean) => {
      if (!on) return drop(shoppers.map(({ profileId }) => profileId));
      setSelected((before) => {
        const chosen = shoppers.map((shopper) => [shopper.profileId, shopper] as const);
        return new Map([...before, ...chosen]);
      });
    },
    [drop],
  );
  const clear = useCallback(() => setSelected(none), []);
  return { selected, select, drop, clear };
}
