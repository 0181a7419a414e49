'use client';

import { useEffect, useRef } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isRecord } from '@/lib/json/is-record.ts';
import { useSession } from '../session/session-context.ts';
import { keepForReload, takeAfterReload } from '../session/session-store.ts';
import type { SegmentEdit } from './segment-changes.ts';

/** What a form held, and the id of its segment, unless it is a new one. */
interface KeptForm extends SegmentEdit {
  id?: string | undefined;
}

/**
 * Keeps what a form holds over a reload of the page, which the app advises after an update. Nothing
 * is kept once the form is closed.
 */
export function useKeptForm({ id, name, description }: KeptForm, isKept: boolean): void {
  const { storeHash } = useSession();
  useEffect(() => {
    if (!isKept) return;
    keepForReload(storeHash, 'form', { id, name, description });
    return () => keepForReload(storeHash, 'form', undefined);
  }, [storeHash, id, name, description, isKept]);
}

/**
 * After such a reload, opens the form again.
 * @param segments in which the form's segment is looked up; undefined until they are read
 * @param reopen a stable function; gets no segment for the form of a new one
 */
export function useReopenedForm(
  segments: readonly Segment[] | undefined,
  reopen: (edit: SegmentEdit, segment: Segment | undefined) => void,
): void {
  const { storeHash, status } = useSession();
  const isDone = useRef(false);
  const isReady = segments !== undefined && status === 'active';
  useEffect(() => {
    if (!isReady || isDone.current) return;
    isDone.current = true;
    const kept = keptFormIn(takeAfterReload(storeHash, 'form'));
    if (!kept) return;
    const { id, ...edit } = kept;
    const segment = segments.find((one) => one.id === id);
    if (segment || id === undefined) reopen(edit, segment);
  }, [isReady, segments, storeHash, reopen]);
}

function keptFormIn(value: unknown): KeptForm | undefined {
  if (!isRecord(value)) return undefined;
  const { id, name, description } = value;
  if (typeof name !== 'string' || typeof description !== 'string') return undefined;
  return { name, description, ...(typeof id === 'string' && { id }) };
}
