/**
 * What the browser logs when the app's API answers with one of these statuses. It matches no page,
 * script or image that fails.
 */
export function readErrors(...statuses: number[]): RegExp {
  return new RegExp(`status of (${statuses.join('|')}) .*\\(http://localhost:\\d+/api/`);
}
