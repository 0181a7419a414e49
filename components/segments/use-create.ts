'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { useAlert } from '../alerts/alerts-provider.tsx';
import { useSession } from '../session/session-context.ts';
import { createSegment } from './actions.ts';
import { useFailureMessage } from './failure-message.ts';
import type { Edit } from './pending-changes.ts';
import type { FormProblem } from './segment-form-modal.tsx';
import type { Segments } from './use-segments.ts';
import { write } from './write.ts';

/**
 * Creates segments. What is created shows at once, without waiting for the list to be read again.
 * @param onCreated gets the new segment and the list with it
 */
export function useCreate(
  { segments, refresh, confirm }: Segments,
  onCreated: (segment: Segment, all: readonly Segment[]) => void,
): (edit: Edit) => Promise<FormProblem | undefined> {
  const { session, end } = useSession();
  const token = session?.token;
  const t = useTranslations('segments');
  const failureMessage = useFailureMessage();
  const showAlert = useAlert();

  return useCallback(
    async (edit) => {
      if (token === undefined) return;
      const known = new Set(segments?.map(({ id }) => id));
      const succeed = (segment: Segment, all: readonly Segment[] | undefined) => {
        onCreated(segment, all ?? [segment]);
        showAlert({ type: 'success', text: t('outcome.created', { name: segment.name }) });
      };
      const outcome = await write(() => createSegment(token, edit));
      if (outcome.status === 'written') {
        const { segment } = outcome;
        const all = await confirm((list) => [
          ...list.filter(({ id }) => id !== segment.id),
          segment,
        ]);
        succeed(segment, all);
        return;
      }
      const { failure } = outcome;
      if (failure.code === 'session-ended') {
        end('ended');
        return;
      }
      const listed = await refresh();
      const reason = failureMessage(failure);
      const nameTaken = { field: 'name', text: t('form.nameTaken', { name: edit.name }) } as const;
      if (outcome.status === 'failed') {
        return failure.code === 'conflict'
          ? nameTaken
          : { field: 'form', text: t('form.createFailed', { reason }) };
      }
      const namesake = listed?.find(({ id, name }) => name === edit.name && !known.has(id));
      // Names are unique, so a segment that is described otherwise is somebody else's.
      if (namesake && namesake.description !== edit.description) return nameTaken;
      if (namesake) {
        succeed(namesake, listed);
        return;
      }
      const text = listed
        ? t('form.createUnknownListed', { reason })
        : t('form.createUnknown', { reason });
      return { field: 'form', text };
    },
    [token, segments, confirm, refresh, end, onCreated, showAlert, t, failureMessage],
  );
}
