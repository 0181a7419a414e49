import type { Settings } from '../sandbox-settings.ts';

const dates = ['created_at', 'updated_at', 'date_created', 'date_modified'];

/** The records of a list, of which the first one lacks its dates if the settings say so. */
export function withOddRecord(
  [first, ...others]: readonly object[],
  { firstDates }: Settings,
): readonly object[] {
  if (first === undefined) return [];
  if (firstDates === 'right') return [first, ...others];
  const fields = Object.entries(first).flatMap(([name, value]) => {
    if (!dates.includes(name)) return [[name, value]];
    return firstDates === 'null' ? [[name, null]] : [];
  });
  return [Object.fromEntries(fields), ...others];
}
