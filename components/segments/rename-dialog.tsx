'use client';

import { useTranslations } from 'next-intl';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import type { SegmentChanges, SegmentEdit } from './segment-changes.ts';
import { type FormProblem, SegmentFormModal } from './segment-form-modal.tsx';
import { useRename } from './use-rename.ts';
import { useUnsavedText } from './use-unsaved-text.ts';

export interface Renaming {
  type: 'rename';
  segment: Segment;
  /** What the user entered before, and why it was refused, if the page still knows. */
  refused?: { edit: SegmentEdit; problem?: FormProblem };
}

interface Props {
  renaming: Renaming;
  changes: SegmentChanges;
  /** All segments that are known; their names are taken. */
  known: readonly Segment[];
  /** Called when the segment may have another place in the list than when the form was opened. */
  onMoved?: () => void;
  /** Opens the form again with what was refused. Returns false if its screen has been left. */
  onRefused: (renaming: Renaming) => boolean;
  onClose: () => void;
}

/** Closes at once. If BigCommerce refuses the change later, nothing that was typed is lost. */
export function RenameDialog(props: Props) {
  const { renaming, changes, known, onMoved, onRefused, onClose } = props;
  const { segment, refused } = renaming;
  const t = useTranslations('segments.form');
  const showAlert = useAlert();
  const unsavedText = useUnsavedText();
  const rename = useRename(changes, known);

  const save = async (edit: SegmentEdit) => {
    rename(segment, edit).then((problem) => {
      if (!problem || onRefused({ type: 'rename', segment, refused: { edit, problem } })) return;
      showAlert({ type: 'error', text: `${problem.text} ${unsavedText(edit, segment) ?? ''}` });
    });
    onMoved?.();
    return undefined;
  };
  const close = () => {
    onClose();
    if (refused) onMoved?.();
  };
  return (
    <SegmentFormModal
      draft={refused?.edit}
      onClose={close}
      onSave={save}
      own={segment}
      problem={refused?.problem}
      segments={known}
      title={t('renameTitle')}
    />
  );
}
