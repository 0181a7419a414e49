/**
 * What the browser notes on the console when the app's API answers a read with one of these
 * statuses. A page, a script or an image that fails stays an error.
 */
export function readErrors(...statuses: number[]): RegExp {
  return new RegExp(`status of (${statuses.join('|')}) .*\\(http://localhost:\\d+/api/`);
}
