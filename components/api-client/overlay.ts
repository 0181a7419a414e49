/**
 * Changes of a resource that are shown but not confirmed yet, by the id of the changed item. They
 * apply to whatever was read last, so a read meanwhile can't undo them on the screen. Settling a
 * change shows again what was read.
 */
export interface Overlay<Edit> {
  edits: ReadonlyMap<string, Edit>;
  removals: ReadonlySet<string>;
}

export const emptyOverlay: Overlay<never> = {
  edits: new Map<string, never>(),
  removals: new Set(),
};

export type OverlayAction<Edit> =
  | { type: 'edit'; id: string; edit: Edit }
  | { type: 'remove'; ids: readonly string[] }
  | { type: 'settle'; ids: readonly string[] };

export function reduceOverlay<Edit>(
  overlay: Overlay<Edit>,
  action: OverlayAction<Edit>,
): Overlay<Edit> {
  switch (action.type) {
    case 'edit':
      return { ...overlay, edits: new Map(overlay.edits).set(action.id, action.edit) };
    case 'remove':
      return { ...overlay, removals: new Set([...overlay.removals, ...action.ids]) };
    case 'settle': {
      const settled = new Set(action.ids);
      return {
        edits: new Map([...overlay.edits].filter(([id]) => !settled.has(id))),
        removals: overlay.removals.difference(settled),
      };
    }
  }
}

/** The items as they should be shown. An edit replaces the fields that it holds. */
export function applyOverlay<Item extends { id: string }>(
  items: readonly Item[],
  { edits, removals }: Overlay<Partial<Item>>,
): readonly Item[] {
  if (edits.size === 0 && removals.size === 0) return items;
  return items
    .filter(({ id }) => !removals.has(id))
    .map((item) => {
      const edit = edits.get(item.id);
      return edit ? { ...item, ...edit } : item;
    });
}
