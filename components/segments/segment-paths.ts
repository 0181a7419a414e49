/** The API's path of all segments. */
export const segmentsPath = '/api/segments';

/** The API's path of one segment. */
export function segmentPath(segmentId: string): string {
  return `${segmentsPath}/${segmentId}`;
}
