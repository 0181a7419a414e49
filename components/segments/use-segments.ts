'use client';

import { useCallback, useMemo } from 'react';
import useSWR from 'swr';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { FirstRows } from '@/lib/segments/first-rows.ts';
import { retryRead } from '../api-client/retry-read.ts';
import { useReader } from '../api-client/use-reader.ts';
import { type ClientFailure, clientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';
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
  /** Reads the list anew. Resolves to undefined if that fails. */
  refresh: () => Promise<readonly Segment[] | undefined>;
  /** Changes the list as BigCommerce confirmed it, and resolves to the list after that. */
  confirm: (change: Change) => Promise<readonly Segment[] | undefined>;
  dispatchPending: (action: PendingAction) => void;
  /** What is shown already but not confirmed. */
  pending: PendingChanges;
}

/** The store's segments, read again on focus, with unconfirmed changes laid over them. */
export function useSegments(storeHash: string, first: FirstRows | undefined): Segments {
  const { session } = useSession();
  const read = useReader(segmentsIn);
  const key = session ? `/api/segments?store=${storeHash}` : null;
  const { data, error, mutate } = useSWR(key, read, { onErrorRetry: retryRead });
  const [pending, dispatchPending] = usePending();

  const refresh = useCallback(async () => {
    if (key === null) return undefined;
    try {
      return await mutate(read(key), { revalidate: false });
    } catch {
      // SWR's own read notes the failure and tries again, but would resolve to the earlier data.
      mutate();
      return undefined;
    }
  }, [key, read, mutate]);
  const hasData = data !== undefined;
  const confirm = useCallback(
    (change: Change) =>
      hasData ? mutate((known) => known && change(known), { revalidate: false }) : refresh(),
    [hasData, mutate, refresh],
  );
  const segments = useMemo(() => data && withPending(data, pending), [data, pending]);
  const rows = first?.rows;
  const firstRows = useMemo(() => rows && withPending(rows, pending), [rows, pending]);
  return {
    segments,
    firstRows,
    failure: error === undefined ? undefined : clientFailure(error),
    refresh,
    confirm,
    dispatchPending,
    pending,
  };
}
