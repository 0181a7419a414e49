import type { Settings } from '../sandbox-settings.ts';

const dates = ['created_at', 'updated_at', 'date_created', 'date_modified'];

/** The records of a list, of which the first one lacks what the settings say. */
export function withOddRecord(
  [first, ...others]: readonly object[],
  { firstDates, firstLacks }: Settings,
): readonly object[] {
  if (first === undefined) return [];
  const fields = Object.entries(first).flatMap(([name, value]) => {
    if (firstLacks.includes(name)) return [];
    if (firstDates === 'right' || !dates.includes(name)) return [[name, value]];
    return firstDates === 'null' ? [[name, null]] : [];
  });
  return [Object.fromEntries(fields), ...others];
}
