/** Loads the menu of rows, which is first needed when one is opened. */
export const loadSegmentMenu = () => import('./segment-menu.tsx');

export const loadProgress = () => import('./list-progress.tsx');

export const loadDialogs = () => import('./list-dialogs.tsx');

/** Loads what is likely to come next ahead of need, so that it opens at once. */
export function preloadCode(): void {
  for (const load of [loadDialogs, loadSegmentMenu, loadProgress]) load().catch(() => {});
}
