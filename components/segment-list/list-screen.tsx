'use client';

import { useCallback, useMemo } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { SEGMENTS_PER_STORE } from '@/lib/limits/limits.ts';
import type { FirstList } from '@/lib/segments/first-rows.ts';
import type { ListQuery } from '@/lib/segments/list-query.ts';
import { useReopenedForm } from '../segments/kept-form.ts';
import { useRememberedList } from '../segments/list-address.ts';
import type { SegmentEdit } from '../segments/segment-changes.ts';
import { useDeletion } from '../segments/use-deletion.ts';
import { useSegments } from '../segments/use-segments.ts';
import { LazyPart } from '../shell/lazy-part.tsx';
import { useDialogs } from '../shell/use-dialogs.ts';
import { useIdlePreload } from '../shell/use-idle-preload.ts';
import type { OpenDialog } from './list-dialogs.tsx';
import { ListLayout } from './list-layout.tsx';
import { listDialogs, preloadCode } from './load-code.ts';
import { SegmentsPanel } from './segments-panel.tsx';
import { useBrowsing } from './use-browsing.ts';
import { useListQuery } from './use-list-query.ts';
import { NowContext, useTickingNow } from './use-now.ts';

interface Props {
  /** The query that the server read from the address. */
  initialQuery: ListQuery;
  /** The page that `initialQuery` shows, from the server; the rest is read after hydration. */
  first?: FirstList | undefined;
  /** The server's clock, ISO 8601. */
  now: string;
}

/** The screen that lists the store's segments. */
export function ListScreen({ initialQuery, first, now }: Props) {
  // What has just been read for the page is not read again from BigCommerce.
  const list = useSegments(first, first?.isEarlier ? undefined : first?.askedAt);
  const listQuery = useListQuery(initialQuery);
  const browsing = useBrowsing(list, listQuery, first);
  const deletion = useDeletion(list);
  const { dialog, key, open, openNext, close } = useDialogs<OpenDialog>();
  useRememberedList(listQuery.query);
  const isUpdating = first?.isEarlier === true && !list.segments && !list.failure;
  const firstCounts = useMemo(() => first && { counts: first.counts, now }, [first, now]);

  useIdlePreload(preloadCode);

  // Decided when the button is pressed, so that a full store does not close an open form.
  const { total = 0 } = browsing;
  const openCreate = useCallback(
    () => open(total < SEGMENTS_PER_STORE ? { type: 'create' } : { type: 'limit', count: total }),
    [open, total],
  );
  const reopen = useCallback(
    (draft: SegmentEdit, segment: Segment | undefined) =>
      open(
        segment ? { type: 'rename', segment, refused: { edit: draft } } : { type: 'create', draft },
      ),
    [open],
  );
  useReopenedForm(list.segments, reopen);
  return (
    <NowContext value={useTickingNow(now)}>
      <ListLayout onCreate={openCreate} onCreateLikely={preloadCode}>
        <SegmentsPanel
          browsing={browsing}
          deletion={deletion}
          firstCounts={firstCounts}
          isUpdating={isUpdating}
          list={list}
          onCreate={openCreate}
          onDialog={open}
        />
      </ListLayout>
      {dialog && (
        <LazyPart code={listDialogs} key={key} onClose={() => close(dialog)}>
          {({ ListDialogs }) => (
            <ListDialogs
              deletion={deletion}
              dialog={dialog}
              list={list}
              onClose={close}
              onHighlight={browsing.highlight}
              onRefused={openNext}
            />
          )}
        </LazyPart>
      )}
    </NowContext>
  );
}
