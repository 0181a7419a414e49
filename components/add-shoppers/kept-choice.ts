'use client';

import { useEffect, useRef } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { isRecord } from '@/lib/json/is-record.ts';
import { isCustomer } from '../customers/customer-json.ts';
import { useSession } from '../session/session-context.ts';
import { keepForReload, takeAfterReload } from '../session/session-store.ts';
import { blankDraft, type FilterDraft, isDraft } from './filter-draft.ts';

/** Whom the user has chosen to add to a segment. */
export interface Choice {
  segmentId: string;
  chosen: readonly Customer[];
  draft: FilterDraft;
}

/**
 * Keeps the choice over a reload of the page, which the app advises after an update. Nothing is kept
 * once the panel is closed.
 */
export function useKeptChoice({ segmentId, chosen, draft }: Choice): void {
  const { storeHash } = useSession();
  const isKept = chosen.length > 0 || draft !== blankDraft;
  useEffect(() => {
    if (!isKept) return;
    keepForReload(storeHash, 'choice', { segmentId, chosen, draft });
    return () => keepForReload(storeHash, 'choice', undefined);
  }, [storeHash, segmentId, chosen, draft, isKept]);
}

/**
 * After such a reload, opens the panel again.
 * @param isReady whether the panel can be opened yet
 * @param reopen a stable function
 */
export function useReopenedChoice(
  segmentId: string,
  isReady: boolean,
  reopen: (choice: Choice) => void,
): void {
  const { storeHash, status } = useSession();
  const isDone = useRef(false);
  const isDue = isReady && status === 'active';
  useEffect(() => {
    if (!isDue || isDone.current) return;
    isDone.current = true;
    const kept = takeAfterReload(storeHash, 'choice');
    if (isChoice(kept) && kept.segmentId === segmentId) reopen(kept);
  }, [isDue, storeHash, segmentId, reopen]);
}

function isChoice(value: unknown): value is Choice {
  return (
    isRecord(value) &&
    Array.isArray(value.chosen) &&
    value.chosen.every(isCustomer) &&
    isDraft(value.draft)
  );
}
