/** Loads the code of the rows' menu, which is first needed when one is opened. */
export const loadSegmentMenu = () => import('./segment-menu.tsx');

export const loadProgress = () => import('./list-progress.tsx');

export const loadDialogs = () => import('./list-dialogs.tsx');

/** Loads code that is likely to be needed, so that dialogs and menus open at once. */
export function preloadCode(): void {
  for (const load of [loadDialogs, loadSegmentMenu, loadProgress]) load().catch(() => {});
}
