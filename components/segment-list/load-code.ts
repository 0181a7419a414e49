import { lazyCode, preload } from '../shell/lazy-code.ts';

/** The code of the rows' menu, which is first needed when one is opened. */
export const segmentMenu = lazyCode(() => import('./segment-menu.tsx'));

export const listProgress = lazyCode(() => import('./list-progress.tsx'));

export const listDialogs = lazyCode(() => import('./list-dialogs.tsx'));

/** Loads code that is likely to be needed, so that dialogs and menus open at once. */
export function preloadCode(): void {
  preload(listDialogs, segmentMenu, listProgress);
}
