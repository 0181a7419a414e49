'use client';

import { useCallback, useEffect, useState } from 'react';
import type { FirstRows } from '@/lib/segments/first-rows.ts';
import type { View } from '@/lib/segments/view.ts';
import { rememberListView } from './list-address.ts';
import { type OpenDialog, preloadDialogs, SegmentDialogs } from './segment-dialogs.tsx';
import { SegmentsFrame } from './segments-frame.tsx';
import { SegmentsPanel } from './segments-panel.tsx';
import { useDeletion } from './use-deletion.ts';
import { NowContext, useTickingNow } from './use-now.ts';
import { useSegments } from './use-segments.ts';
import { useSegmentsView } from './use-segments-view.ts';

const idleAfterMs = 1_000;

interface Props {
  storeHash: string;
  /** What the server read from the address. */
  initialView: View;
  /** The page that `initialView` shows, from the server; the rest is read after hydration. */
  initialSegments?: FirstRows | undefined;
  /** The server's clock, ISO 8601. */
  now: string;
}

/** Customer segments: see, search, create, rename and delete them. */
export function SegmentsScreen({ storeHash, initialView, initialSegments, now }: Props) {
  const list = useSegments(storeHash, initialSegments);
  const view = useSegmentsView(list, initialView, initialSegments);
  const deletion = useDeletion(list);
  const [dialog, setDialog] = useState<OpenDialog>();
  useEffect(() => rememberListView(storeHash, view.view), [storeHash, view.view]);
  const closeDialog = useCallback(() => setDialog(undefined), []);

  useEffect(() => {
    const timer = setTimeout(preloadDialogs, idleAfterMs);
    return () => clearTimeout(timer);
  }, []);

  const openCreate = useCallback(() => setDialog({ type: 'create' }), []);
  return (
    <NowContext value={useTickingNow(now)}>
      <SegmentsFrame onCreate={openCreate} onCreateLikely={preloadDialogs}>
        <SegmentsPanel
          deletion={deletion}
          list={list}
          onCreate={openCreate}
          onDialog={setDialog}
          view={view}
        />
      </SegmentsFrame>
      {dialog && (
        <SegmentDialogs
          deletion={deletion}
          dialog={dialog}
          list={list}
          onClose={closeDialog}
          onDialog={setDialog}
          view={view}
        />
      )}
    </NowContext>
  );
}
