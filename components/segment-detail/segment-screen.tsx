'use client';

import dynamic from 'next/dynamic';
import { useCallback, useRef, useState } from 'react';
import type { FirstShoppers } from '@/lib/shoppers/first-shoppers.ts';
import { SavingProgress } from '../segments/saving-progress.tsx';
import { useDialogs } from '../shell/use-dialogs.ts';
import { useIdlePreload } from '../shell/use-idle-preload.ts';
import { ListPanel } from '../ui/list-panel.tsx';
import type { OpenDialog } from './segment-dialogs.tsx';
import { SegmentLayout } from './segment-layout.tsx';
import { SegmentGone } from './segment-messages.tsx';
import { ShoppersPanel } from './shoppers-panel.tsx';
import { useSegment } from './use-segment.ts';
import { useSegmentDeletion } from './use-segment-deletion.ts';
import { useShoppersState } from './use-shoppers-state.ts';

const loadDialogs = () => import('./segment-dialogs.tsx');
const preloadDialogs = () => {
  loadDialogs().catch(() => {});
};
const SegmentDialogs = dynamic(async () => (await loadDialogs()).SegmentDialogs, { ssr: false });
const AddingPanel = dynamic(
  async () => (await import('../add-shoppers/adding-panel.tsx')).AddingPanel,
  {
    ssr: false,
  },
);

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
  const shoppersState = useShoppersState({ segmentId, initialPage, first });
  const deleteSegment = useSegmentDeletion(segmentState);
  const { dialog, key, open, openNext, close } = useDialogs<OpenDialog>();
  const [isAdding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const openAdding = useCallback(() => setAdding(true), []);
  const closeAdding = useCallback(() => {
    setAdding(false);
    addButton.current?.focus();
  }, []);

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
  const adding = isAdding && segment && !isGone && (
    <AddingPanel
      onChanged={shoppersState.shoppers.refresh}
      onClose={closeAdding}
      segment={segment}
    />
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
        <SegmentDialogs
          dialog={dialog}
          key={key}
          shoppersState={shoppersState}
          onClose={close}
          onDelete={deleteSegment}
          onRefused={openNext}
          segmentState={segmentState}
        />
      )}
    </>
  );
}
