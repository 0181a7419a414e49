'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useRef } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { SEGMENTS_PER_STORE } from '@/lib/limits/limits.ts';
import { useActionSession } from '../api-client/use-action-session.ts';
import { advisesReload } from '../failures/client-failure.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { createSegment } from '../segments/actions.ts';
import { isSaved, namesake } from '../segments/form-rules.ts';
import type { SegmentEdit } from '../segments/segment-changes.ts';
import type { FormProblem } from '../segments/segment-form-modal.tsx';
import type { Segments } from '../segments/use-segments.ts';
import { write } from '../segments/write.ts';
import { useAlert } from '../ui/alerts-provider.tsx';

/** Creates segments. A new segment shows at once, before the list is read again. */
export function useCreate(
  { segments, put, refresh }: Segments,
  onCreated: (segment: Segment) => void,
): (edit: SegmentEdit) => Promise<FormProblem | undefined> {
  const { token, endIfOver } = useActionSession();
  const t = useTranslations('segments');
  const failureMessage = useFailureMessage();
  const showAlert = useAlert();
  /** The last attempt, while it is not clear whether it has created a segment. */
  const unclear = useRef<{ known: ReadonlySet<string>; problem: FormProblem }>(undefined);

  return useCallback(
    async (edit) => {
      if (token === undefined) return;
      const known = unclear.current?.known ?? new Set(segments?.map(({ id }) => id));
      const ownIn = (listed: readonly Segment[]) =>
        listed.find((segment) => !known.has(segment.id) && isSaved(segment, edit));
      const succeed = (segment: Segment) => {
        onCreated(segment);
        showAlert({
          type: 'success',
          text: t('outcome.created', { name: isolated(segment.name) }),
        });
      };
      if (unclear.current) {
        // Sent again, what has been created already would get a twin.
        const listed = await refresh();
        if (!listed) return unclear.current.problem;
        unclear.current = undefined;
        const own = ownIn(listed);
        if (own) {
          succeed(own);
          return;
        }
      }
      const outcome = await write(() => createSegment(token, edit));
      if (outcome.status === 'written') {
        const { segment } = outcome;
        await put(segment);
        succeed(segment);
        return;
      }
      const { failure } = outcome;
      if (endIfOver(failure)) return;
      const listed = await refresh();
      const count = listed?.length ?? 0;
      const other = namesake(edit.name, listed ?? []);
      // The same status may mean a taken name or a full store; the list shows which.
      const mayMeanTaken = failure.code === 'conflict' || failure.code === 'invalid';
      const isFull = count >= SEGMENTS_PER_STORE && (mayMeanTaken || failure.code === 'too-large');
      const reason = failureMessage(
        failure,
        isFull ? t('limit.text', { limit: SEGMENTS_PER_STORE, count }) : undefined,
      );
      const nameTaken = {
        field: 'name',
        text: t('form.nameTaken', { name: isolated(edit.name) }),
      } as const;
      if (outcome.status === 'failed') {
        return other && mayMeanTaken && !isFull
          ? nameTaken
          : {
              field: 'form',
              text: t('form.createFailed', { reason }),
              advisesReload: advisesReload(failure),
            };
      }
      const own = listed && ownIn(listed);
      if (own) {
        succeed(own);
        return;
      }
      // Names are unique, so a segment with another description was created by somebody else.
      if (other && !known.has(other.id)) return nameTaken;
      const text = listed
        ? t('form.createUnknownListed', { reason })
        : t('form.createUnknown', { reason });
      unclear.current = { known, problem: { field: 'form', text } };
      return unclear.current.problem;
    },
    [token, segments, put, refresh, endIfOver, onCreated, showAlert, t, failureMessage],
  );
}
