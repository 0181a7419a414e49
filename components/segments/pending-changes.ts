import type { Segment } from '@/lib/bigcommerce/segments.ts';

export interface Edit {
  name: string;
  description: string;
}

/**
 * Changes that are shown but not confirmed. They lie over whatever list the server sent last, so
 * that a refresh meanwhile can't undo them on the screen, and dropping one rolls it back.
 */
export interface PendingChanges {
  edits: ReadonlyMap<string, Edit>;
  removals: ReadonlySet<string>;
}

export const nothingPending: PendingChanges = { edits: new Map(), removals: new Set() };

export type PendingAction =
  | { type: 'edit'; id: string; edit: Edit }
  | { type: 'remove'; ids: readonly string[] }
  | { type: 'settle'; ids: readonly string[] };

export function pendingReducer(pending: PendingChanges, action: PendingAction): PendingChanges {
  switch (action.type) {
    case 'edit':
      return { ...pending, edits: new Map(pending.edits).set(action.id, action.edit) };
    case 'remove':
      return { ...pending, removals: new Set([...pending.removals, ...action.ids]) };
    case 'settle': {
      const settled = new Set(action.ids);
      return {
        edits: new Map([...pending.edits].filter(([id]) => !settled.has(id))),
        removals: new Set([...pending.removals].filter((id) => !settled.has(id))),
      };
    }
  }
}

export function withPending(segments: readonly Segment[], pending: PendingChanges) {
  if (pending.edits.size === 0 && pending.removals.size === 0) return segments;
  return segments
    .filter(({ id }) => !pending.removals.has(id))
    .map((segment) => {
      const edit = pending.edits.get(segment.id);
      return edit ? { ...segment, ...edit } : segment;
    });
}
