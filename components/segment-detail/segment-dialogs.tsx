'use client';

import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { DeleteModal } from '../segments/delete-modal.tsx';
import { RenameDialog, type Renaming } from '../segments/rename-dialog.tsx';
import { RemoveModal } from './remove-modal.tsx';
import type { SegmentState } from './use-segment.ts';
import type { ShoppersState } from './use-shoppers-state.ts';

export type OpenDialog =
  | Renaming
  | { type: 'delete'; segment: Segment }
  /** A number as `targets` stands for everybody and says how many they are. */
  | { type: 'remove'; segment: Segment; targets: readonly Shopper[] | number };

interface Props {
  dialog: OpenDialog;
  segmentState: SegmentState;
  shoppersState: ShoppersState;
  onDelete: (segment: Segment) => void;
  onRefused: (dialog: OpenDialog) => boolean;
  onClose: (dialog: OpenDialog) => void;
}

/** The open dialog of the segment's screen. */
export function SegmentDialogs(props: Props) {
  const { dialog, segmentState, shoppersState, onDelete, onRefused, onClose } = props;
  const { segment } = dialog;
  const close = () => onClose(dialog);
  const closing = (act: () => void) => () => {
    close();
    act();
  };

  switch (dialog.type) {
    case 'rename':
      return (
        <RenameDialog
          changes={segmentState}
          known={segmentState.known ?? []}
          onClose={close}
          onRefused={onRefused}
          renaming={dialog}
        />
      );
    case 'delete':
      return (
        <DeleteModal
          onClose={close}
          onConfirm={closing(() => onDelete(segment))}
          segments={[segment]}
        />
      );
    case 'remove': {
      const { targets } = dialog;
      const remove = () =>
        typeof targets === 'number'
          ? shoppersState.removeAll(targets)
          : shoppersState.remove(targets);
      return (
        <RemoveModal
          onClose={close}
          onConfirm={closing(remove)}
          segment={segment}
          targets={targets}
        />
      );
    }
  }
}
