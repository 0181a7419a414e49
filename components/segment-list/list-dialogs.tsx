'use client';

import { useTranslations } from 'next-intl';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { DeleteModal } from '../segments/delete-modal.tsx';
import { RenameDialog, type Renaming } from '../segments/rename-dialog.tsx';
import type { SegmentEdit } from '../segments/segment-changes.ts';
import { SegmentFormModal } from '../segments/segment-form-modal.tsx';
import type { useDeletion } from '../segments/use-deletion.ts';
import type { Segments } from '../segments/use-segments.ts';
import { LimitModal } from './limit-modal.tsx';
import type { Browsing } from './use-browsing.ts';
import { useCreate } from './use-create.ts';

export type OpenDialog =
  | { type: 'create'; draft?: SegmentEdit }
  /** Opened in place of `create` if the store can have no more segments. */
  | { type: 'limit'; count: number }
  | Renaming
  | { type: 'delete'; segments: readonly Segment[] };

interface Props {
  dialog: OpenDialog;
  list: Segments;
  deletion: ReturnType<typeof useDeletion>;
  onHighlight: Browsing['highlight'];
  onRefused: (dialog: OpenDialog) => boolean;
  onClose: (dialog: OpenDialog) => void;
}

/** The open dialog of the list's screen. */
export function ListDialogs({ dialog, list, deletion, onHighlight, onRefused, onClose }: Props) {
  const t = useTranslations('segments.form');
  const create = useCreate(list, onHighlight);
  const segments = list.segments ?? [];
  const close = () => onClose(dialog);

  switch (dialog.type) {
    case 'create':
      return (
        <SegmentFormModal
          draft={dialog.draft}
          onClose={close}
          onSave={create}
          segments={segments}
          title={t('createTitle')}
        />
      );
    case 'limit':
      return <LimitModal count={dialog.count} onClose={close} />;
    case 'rename':
      return (
        <RenameDialog
          changes={list}
          known={segments}
          onClose={close}
          onMoved={() => onHighlight(dialog.segment, { focus: true })}
          onRefused={onRefused}
          renaming={dialog}
        />
      );
    case 'delete': {
      const confirm = () => {
        close();
        deletion.run(dialog.segments);
      };
      return <DeleteModal onClose={close} onConfirm={confirm} segments={dialog.segments} />;
    }
  }
}
