'use client';

import { useCallback } from 'react';
import { useSession } from '../session/session-context.ts';
import type { ClientSession } from '../session/session-store.ts';
import { ShopperCounts } from './shopper-counts.ts';

const ofSessions = new WeakMap<ClientSession, ShopperCounts>();
const ofNobody = new ShopperCounts();

/** The counts of the session's store. */
export function useShopperCounts(): ShopperCounts {
  const { session } = useSession();
  if (!session) return ofNobody;
  const known = ofSessions.get(session) ?? new ShopperCounts();
  ofSessions.set(session, known);
  return known;
}

/** A function for whoever changes how many shoppers segments have. */
export function useOutdateCounts(): (segmentIds: readonly string[]) => void {
  const counts = useShopperCounts();
  return useCallback((segmentIds) => counts.outdate(segmentIds), [counts]);
}
