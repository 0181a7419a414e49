'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { SEGMENT_LIMIT } from '@/lib/bigcommerce/segment-limit.ts';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { loadSegmentMenu } from './load-segment-menu.ts';
import type { Edit } from './pending-changes.ts';
import type { FormProblem } from './segment-form-modal.tsx';
import { useCreate } from './use-create.ts';
import type { useDeletion } from './use-deletion.ts';
import { useRename } from './use-rename.ts';
import type { Segments } from './use-segments.ts';
import type { SegmentsView } from './use-segments-view.ts';

export type OpenDialog =
  | { type: 'create' }
  /** Opens again with what was typed, and why, if BigCommerce refused it. */
  | { type: 'rename'; segment: Segment; refused?: { edit: Edit; problem: FormProblem } }
  | { type: 'delete'; segments: readonly Segment[] };

const loadForm = () => import('./segment-form-modal.tsx');
const loadDelete = () => import('./delete-modal.tsx');
const loadLimit = () => import('./limit-modal.tsx');
const FormModal = dynamic(async () => (await loadForm()).SegmentFormModal, { ssr: false });
const DeleteModal = dynamic(async () => (await loadDelete()).DeleteModal, { ssr: false });
const LimitModal = dynamic(async () => (await loadLimit()).LimitModal, { ssr: false });

/** Loads the dialogs' code ahead of need, so that they open at once. */
export function preloadDialogs(): void {
  for (const load of [loadForm, loadDelete, loadLimit, loadSegmentMenu]) load().catch(() => {});
}

interface Props {
  dialog: OpenDialog;
  list: Segments;
  view: SegmentsView;
  deletion: ReturnType<typeof useDeletion>;
  onDialog: (change: (open: OpenDialog | undefined) => OpenDialog | undefined) => void;
  onClose: () => void;
}

/** The one dialog that is open. */
export function SegmentDialogs({ dialog, list, view, deletion, onDialog, onClose }: Props) {
  const t = useTranslations('segments.form');
  const create = useCreate(list, view.reveal);
  const rename = useRename(list);
  const segments = list.segments ?? [];

  switch (dialog.type) {
    case 'create': {
      if (segments.length >= SEGMENT_LIMIT) {
        return <LimitModal count={segments.length} onClose={onClose} />;
      }
      return (
        <FormModal
          draft={{ name: '', description: '' }}
          onClose={onClose}
          onSave={create}
          segments={segments}
          title={t('createTitle')}
        />
      );
    }
    case 'rename': {
      const { segment, refused } = dialog;
      const save = async (edit: Edit) => {
        rename(segment, edit).then((problem) => {
          if (problem) onDialog((open) => open ?? { ...dialog, refused: { edit, problem } });
        });
        return undefined;
      };
      return (
        <FormModal
          draft={refused?.edit ?? segment}
          onClose={onClose}
          onSave={save}
          ownId={segment.id}
          problem={refused?.problem}
          segments={segments}
          title={t('renameTitle')}
        />
      );
    }
    case 'delete': {
      const confirm = () => {
        onClose();
        deletion.run(dialog.segments);
      };
      return <DeleteModal onClose={onClose} onConfirm={confirm} segments={dialog.segments} />;
    }
  }
}
