/** Loads the menu of rows, which is first needed when one is opened. */
export const loadSegmentMenu = () => import('./segment-menu.tsx');
