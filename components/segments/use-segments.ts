'use client';

import { useCallback, useMemo } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { FirstRows } from '@/lib/segments/first-rows.ts';
import { useResource } from '../api-client/use-resource.ts';
import type { ClientFailure } from '../failures/client-failure.ts';
import { type PendingAction, type PendingChanges, withPending } from './pending-changes.ts';
import { segmentsIn } from './segment-json.ts';
import { usePending } from './use-pending.ts';

type Change = (segments: readonly Segment[]) => readonly Segment[];

export interface Segments {
  /** All segments as they should be shown; undefined until they have been read once. */
  segments: readonly Segment[] | undefined;
  /** The server's rows as they should be shown. */
  firstRows: readonly Segment[] | undefined;
  /** Why the last read failed; earlier data stays. */
  failure: ClientFailure | undefined;
  retry: () => void;
  /** Reads the list anew. Resolves to undefined if that fails. */
  refresh: () => Promise<readonly Segment[] | undefined>;
  /** Changes the list as BigCommerce confirmed it, and resolves to the list after that. */
  confirm: (change: Change) => Promise<readonly Segment[] | undefined>;
  dispatchPending: (action: PendingAction) => void;
  /** What is shown already but not confirmed. */
  pending: PendingChanges;
}

/** The store's segments, read again on focus, with unconfirmed changes laid over them. */
export function useSegments(first: FirstRows | undefined): Segments {
  const {
    data,
    failure,
    retry,
    refresh: readAgain,
    change,
  } = useResource('/api/segments', segmentsIn);
  const [pending, dispatchPending] = usePending();
  const refresh = useCallback(async () => (await readAgain()).data, [readAgain]);
  const confirm = useCallback(
    async (confirmed: Change) =>
      (await change((known) => known && confirmed(known))) ?? (await refresh()),
    [change, refresh],
  );
  const segments = useMemo(() => data && withPending(data, pending), [data, pending]);
  const rows = first?.rows;
  const firstRows = useMemo(() => rows && withPending(rows, pending), [rows, pending]);
  return { segments, firstRows, failure, retry, refresh, confirm, dispatchPending, pending };
}
