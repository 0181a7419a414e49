'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import type { Edit } from '../segments/pending-changes.ts';
import type { FormProblem } from '../segments/segment-form-modal.tsx';
import { useRename } from '../segments/use-rename.ts';
import type { Membership } from './use-membership.ts';
import type { OneSegment } from './use-segment.ts';
import type { useSegmentDeletion } from './use-segment-deletion.ts';

export type OpenDialog =
  /** Opens again with what was typed, and why, if BigCommerce refused it. */
  | { type: 'rename'; segment: Segment; refused?: { edit: Edit; problem: FormProblem } }
  | { type: 'delete'; segment: Segment }
  /** A number stands for everybody. */
  | { type: 'remove'; segment: Segment; targets: readonly Shopper[] | number };

const loadForm = () => import('../segments/segment-form-modal.tsx');
const loadDelete = () => import('../segments/delete-modal.tsx');
const loadRemove = () => import('./remove-modal.tsx');
const FormModal = dynamic(async () => (await loadForm()).SegmentFormModal, { ssr: false });
const DeleteModal = dynamic(async () => (await loadDelete()).DeleteModal, { ssr: false });
const RemoveModal = dynamic(async () => (await loadRemove()).RemoveModal, { ssr: false });

/** Loads the dialogs' code ahead of need, so that they open at once. */
export function preloadDialogs(): void {
  for (const load of [loadForm, loadDelete, loadRemove]) load().catch(() => {});
}

interface Props {
  dialog: OpenDialog;
  one: OneSegment;
  members: Membership;
  deletion: ReturnType<typeof useSegmentDeletion>;
  onDialog: (change: (open: OpenDialog | undefined) => OpenDialog | undefined) => void;
  onClose: () => void;
}

/** The one dialog that is open. */
export function SegmentDialogs({ dialog, one, members, deletion, onDialog, onClose }: Props) {
  const t = useTranslations('segments.form');
  const rename = useRename(one.asList);
  const { segment } = dialog;
  const closing = (act: () => void) => () => {
    onClose();
    act();
  };

  switch (dialog.type) {
    case 'rename': {
      const save = async (edit: Edit) => {
        rename(segment, edit).then((problem) => {
          if (problem) onDialog((open) => open ?? { ...dialog, refused: { edit, problem } });
        });
        return undefined;
      };
      return (
        <FormModal
          draft={dialog.refused?.edit ?? segment}
          onClose={onClose}
          onSave={save}
          ownId={segment.id}
          problem={dialog.refused?.problem}
          segments={one.known ?? []}
          title={t('renameTitle')}
        />
      );
    }
    case 'delete':
      return (
        <DeleteModal
          onClose={onClose}
          onConfirm={closing(() => deletion.run(segment))}
          segments={[segment]}
        />
      );
    case 'remove': {
      const { targets } = dialog;
      const remove = () =>
        typeof targets === 'number' ? members.removeAll(targets) : members.remove(targets);
      return (
        <RemoveModal
          onClose={onClose}
          onConfirm={closing(remove)}
          segment={segment}
          targets={targets}
        />
      );
    }
  }
}
