'use client';

import { useCallback } from 'react';
import { useKeptState } from '../session/use-kept-state.ts';
import { emptyOverlay, type Overlay, type OverlayAction, reduceOverlay } from './overlay.ts';

export type DispatchOverlay<Edit> = (action: OverlayAction<Edit>) => void;

/**
 * The unconfirmed changes of a resource, no matter on which screen they were made.
 * @param path the API's path of the resource
 */
export function useOverlay<Edit>(path: string): [Overlay<Edit>, DispatchOverlay<Edit>] {
  const [overlay, change] = useKeptState<Overlay<Edit>>(`changes of ${path}`, emptyOverlay);
  const dispatch = useCallback(
    (action: OverlayAction<Edit>) => change((before) => reduceOverlay(before, action)),
    [change],
  );
  return [overlay, dispatch];
}
