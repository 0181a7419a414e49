'use client';

import { useCallback } from 'react';
import { useKeptState } from '../session/use-kept-state.ts';
import {
  nothingPending,
  type PendingAction,
  type PendingChanges,
  pendingReducer,
} from './pending-changes.ts';

/** The store's unconfirmed changes, on whichever screen they were begun. */
export function usePending(): [PendingChanges, (action: PendingAction) => void] {
  const [pending, change] = useKeptState('unconfirmed changes', nothingPending);
  const dispatch = useCallback(
    (action: PendingAction) => change((before) => pendingReducer(before, action)),
    [change],
  );
  return [pending, dispatch];
}
