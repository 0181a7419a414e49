'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { FirstShoppers } from '@/lib/shoppers/first-shoppers.ts';
import { type Choice, useReopenedChoice } from '../add-shoppers/kept-choice.ts';
import { useReopenedForm } from '../segments/kept-form.ts';
import { SavingProgress } from '../segments/saving-progress.tsx';
import type { SegmentEdit } from '../segments/segment-changes.ts';
import { lazyCode, preload } from '../shell/lazy-code.ts';
import { LazyPart } from '../shell/lazy-part.tsx';
import { useDialogs } from '../shell/use-dialogs.ts';
import { useIdlePreload } from '../shell/use-idle-preload.ts';
import { ListPanel } from '../ui/list-panel.tsx';
import type { OpenDialog } from './segment-dialogs.tsx';
import { SegmentLayout } from './segment-layout.tsx';
import { SegmentGone } from './segment-messages.tsx';
import { ShoppersPanel } from './shoppers-panel.tsx';
import { useGoneReport } from './use-gone-report.ts';
import { useSegment } from './use-segment.ts';
import { useSegmentDeletion } from './use-segment-deletion.ts';
import { useShoppersState } from './use-shoppers-state.ts';

const segmentDialogs = lazyCode(() => import('./segment-dialogs.tsx'));
const addingPanel = lazyCode(() => import('../add-shoppers/adding-panel.tsx'));
const preloadDialogs = () => preload(segmentDialogs);

interface Props {
  segmentId: string;
  /** The number of the page that the server read from the address, from 1. */
  initialPage: number;
  /** The page `initialPage` of shoppers, with the segment and the groups, from the server. */
  first?: FirstShoppers | undefined;
}

/** The screen of one segment with its shoppers. */
export function SegmentScreen({ segmentId, initialPage, first }: Props) {
  const segmentState = useSegment(segmentId, first?.segment);
  const reportGone = useGoneReport(segmentState);
  const shoppersState = useShoppersState({ segmentId, initialPage, first, reportGone });
  const deleteSegment = useSegmentDeletion(segmentState);
  const { dialog, key, open, openNext, close } = useDialogs<OpenDialog>();
  const [isAdding, setAdding] = useState(false);
  const [choice, setChoice] = useState<Choice>();
  const addButton = useRef<HTMLButtonElement>(null);
  const openAdding = useCallback(() => setAdding(true), []);
  const closeAdding = useCallback(() => {
    setAdding(false);
    setChoice(undefined);
    addButton.current?.focus();
  }, []);

  // A segment that is gone has no shoppers either.
  const areShoppersGone = shoppersState.shoppers.failure?.code === 'not-found';
  const { reread } = segmentState;
  useEffect(() => {
    if (areShoppersGone) reread();
  }, [areShoppersGone, reread]);

  useIdlePreload(preloadDialogs);

  const { segment, isGone, isDeleting } = segmentState;
  const isBusy = isGone || !segment || isDeleting;
  const actions = isBusy
    ? undefined
    : {
        onAdd: openAdding,
        onRename: () => open({ type: 'rename', segment }),
        onDelete: () => open({ type: 'delete', segment }),
      };
  const known = useMemo(() => segment && [segment], [segment]);
  const reopen = useCallback(
    (edit: SegmentEdit, own: Segment | undefined) =>
      own && open({ type: 'rename', segment: own, refused: { edit } }),
    [open],
  );
  useReopenedForm(known, reopen);
  const reopenAdding = useCallback((kept: Choice) => {
    setChoice(kept);
    setAdding(true);
  }, []);
  useReopenedChoice(segmentId, segment !== undefined, reopenAdding);
  const adding = isAdding && segment && !isGone && (
    <LazyPart code={addingPanel} onClose={closeAdding}>
      {({ AddingPanel }) => (
        <AddingPanel
          onChanged={shoppersState.shoppers.refresh}
          onClose={closeAdding}
          reopened={choice}
          reportGone={reportGone}
          segment={segment}
        />
      )}
    </LazyPart>
  );
  return (
    <>
      <SegmentLayout actions={actions} addButton={addButton} aside={adding} segment={segment}>
        {isGone ? (
          <ListPanel>
            <SegmentGone />
          </ListPanel>
        ) : (
          <>
            <SavingProgress edits={segmentState.overlay.edits} />
            <ShoppersPanel
              shoppersState={shoppersState}
              onAdd={openAdding}
              onRemove={(targets) => segment && open({ type: 'remove', segment, targets })}
            />
          </>
        )}
      </SegmentLayout>
      {dialog && (
        <LazyPart code={segmentDialogs} key={key} onClose={() => close(dialog)}>
          {({ SegmentDialogs }) => (
            <SegmentDialogs
              dialog={dialog}
              shoppersState={shoppersState}
              onClose={close}
              onDelete={deleteSegment}
              onRefused={openNext}
              segmentState={segmentState}
            />
          )}
        </LazyPart>
      )}
    </>
  );
}
