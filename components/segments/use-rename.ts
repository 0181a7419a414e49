'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { useActionSession } from '../api-client/use-action-session.ts';
import { advisesReload, type ClientFailure } from '../failures/client-failure.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { useSession } from '../session/session-context.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import { renameSegment } from './actions.ts';
import { isSaved, namesake } from './form-rules.ts';
import type { SegmentChanges, SegmentEdit } from './segment-changes.ts';
import type { FormProblem } from './segment-form-modal.tsx';
import { useUnsavedText } from './use-unsaved-text.ts';
import { write } from './write.ts';

/**
 * Renames segments. The new name shows at once; if BigCommerce refuses it, the old one comes back.
 * @param known all segments that are known; their names are taken
 */
export function useRename(
  { dispatch, put, reread }: SegmentChanges,
  known: readonly Segment[],
): (segment: Segment, edit: SegmentEdit) => Promise<FormProblem | undefined> {
  const { token, endIfOver } = useActionSession();
  const { rememberUnsaved } = useSession();
  const t = useTranslations('segments');
  const failureMessage = useFailureMessage();
  const showAlert = useAlert();
  const unsavedText = useUnsavedText();

  const problemOf = useCallback(
    (failure: ClientFailure, segment: Segment, edit: SegmentEdit, all: readonly Segment[]) => {
      // BigCommerce does not document the status for a taken name. Nothing else can conflict.
      const isTaken =
        failure.code === 'conflict' ||
        (failure.code === 'invalid' && namesake(edit.name, all, segment.id) !== undefined);
      return isTaken
        ? ({ field: 'name', text: t('form.nameTaken', { name: isolated(edit.name) }) } as const)
        : ({
            field: 'form',
            text: t('form.renameFailed', {
              name: isolated(segment.name),
              reason: failureMessage(failure),
            }),
            advisesReload: advisesReload(failure),
          } as const);
    },
    [t, failureMessage],
  );

  return useCallback(
    async (segment, edit) => {
      const { id } = segment;
      if (token === undefined || isSame(segment, edit)) return;
      const succeed = () =>
        showAlert({ type: 'success', text: t('outcome.renamed', { name: isolated(edit.name) }) });
      dispatch({ type: 'edit', id, edit });
      const outcome = await write(() => renameSegment(token, { id, ...edit }));
      if (outcome.status === 'written') {
        await put(outcome.segment);
        dispatch({ type: 'settle', ids: [id] });
        succeed();
        return;
      }
      const { failure } = outcome;
      // Before the session ends, because its end shows what has been remembered.
      if (failure.code === 'session-ended') rememberUnsaved(id, unsavedText(edit, segment));
      if (endIfOver(failure)) return;
      const present = await reread();
      dispatch({ type: 'settle', ids: [id] });
      const now = present?.get(id);
      if (present && !now) {
        showAlert({ type: 'error', text: t('form.gone', { name: isolated(segment.name) }) });
        return;
      }
      if (outcome.status === 'unknown' && now && isSaved(now, edit)) {
        succeed();
        return;
      }
      if (outcome.status === 'unknown' && !now) {
        const reason = failureMessage(failure);
        return {
          field: 'form',
          text: t('form.renameUnknown', { name: isolated(edit.name), reason }),
        };
      }
      return problemOf(failure, now ?? segment, edit, [...(present?.values() ?? []), ...known]);
    },
    [
      token,
      known,
      put,
      reread,
      dispatch,
      endIfOver,
      rememberUnsaved,
      unsavedText,
      showAlert,
      t,
      failureMessage,
      problemOf,
    ],
  );
}

function isSame(segment: Segment, { name, description }: SegmentEdit): boolean {
  return segment.name === name && segment.description === description;
}
