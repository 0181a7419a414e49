export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * The last line of a test run: the totals of all reports, and the failed steps, because a step can
 * fail without a failed test.
 */
export function closingLine(reports: readonly Counts[], steps: Record<string, boolean>): string {
  const sum = (count: keyof Counts) => reports.reduce((total, report) => total + report[count], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const broken = Object.keys(steps).filter((step) => !steps[step]);
  return [
    `${passed} passed, ${failed} failed`,
    ...(skipped > 0 ? [`, ${skipped} skipped`] : []),
    ...(broken.length > 0 ? [`; not successful: ${broken.join(', ')}`] : []),
  ].join('');
}
