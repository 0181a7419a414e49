import { isRecord } from '@/lib/json/is-record.ts';
import type { CustomerFilter } from '@/lib/shoppers/customer-filter.ts';

/** What the fields of all types of filter hold; a change of type keeps them. */
export interface FilterDraft {
  type: CustomerFilter['type'];
  groupId: string;
  company: string;
  /** YYYY-MM-DD or empty, as in the value of a date field. */
  from: string;
  to: string;
}

export const blankDraft: FilterDraft = {
  type: 'group',
  groupId: '',
  company: '',
  from: '',
  to: '',
};

const types: Record<FilterDraft['type'], true> = { group: true, company: true, created: true };

export function isDraft(value: unknown): value is FilterDraft {
  if (!isRecord(value)) return false;
  const { type, groupId, company, from, to } = value;
  const areTexts = [groupId, company, from, to].every((text) => typeof text === 'string');
  return areTexts && typeof type === 'string' && Object.hasOwn(types, type);
}

/** Whether the last day is before the first. */
export function isReversed({ from, to }: FilterDraft): boolean {
  return from !== '' && to !== '' && to < from;
}

/** Whether BigCommerce would read the text as several companies, because of a comma. */
export function isSeveral({ company }: FilterDraft): boolean {
  return company.includes(',');
}

/** The filter that the fields describe, or undefined while they are incomplete. */
export function filterOf(draft: FilterDraft): CustomerFilter | undefined {
  const { type, from, to } = draft;
  switch (type) {
    case 'group':
      return draft.groupId === '' ? undefined : { type, groupId: Number(draft.groupId) };
    case 'company': {
      const company = draft.company.trim();
      return company === '' || isSeveral(draft) ? undefined : { type, company };
    }
    case 'created':
      return from === '' || to === '' || isReversed(draft) ? undefined : { type, from, to };
  }
}

/** A filter as query parameters. */
export function filterQuery(filter: CustomerFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]));
}
