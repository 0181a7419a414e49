import type { CustomerFilter } from '@/lib/shoppers/customer-filter.ts';

/** What the fields hold: those of the other kinds stay as they are. */
export interface FilterDraft {
  type: CustomerFilter['type'];
  groupId: string;
  company: string;
  /** YYYY-MM-DD or empty, as date fields have it. */
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

/** Whether the last day is before the first. */
export function isReversed({ from, to }: FilterDraft): boolean {
  return from !== '' && to !== '' && to < from;
}

/** Whether BigCommerce would take the company for several: it separates them by commas. */
export function isSeveral({ company }: FilterDraft): boolean {
  return company.includes(',');
}

/** The filter that the fields say, or undefined while they say none. */
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

/** A filter as the query of an address. */
export function filterQuery(filter: CustomerFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]));
}
