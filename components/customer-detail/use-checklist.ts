'use client';

import { useLocale } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { checklistPage, orderChecklist } from '@/lib/customers/checklist.ts';
import {
  type ChecklistQuery,
  parseChecklistQuery,
  serializeChecklistQuery,
} from '@/lib/customers/checklist-query.ts';
import type { FirstCustomer } from '@/lib/customers/first-customer.ts';
import { SEGMENTS_PER_CHECKLIST_PAGE } from '@/lib/limits/limits.ts';
import { firstPageOf, type Listing } from '@/lib/segments/listing.ts';
import type { Segments } from '../segments/use-segments.ts';
import { useAddress } from '../shell/use-address.ts';

const address = { read: parseChecklistQuery, write: serializeChecklistQuery };
const none: ReadonlySet<string> = new Set();

/** The rows of the checklist on the screen. A row keeps its place when it is ticked. */
export function useChecklist(
  list: Segments,
  customer: Customer | undefined,
  { initialQuery, first }: { initialQuery: ChecklistQuery; first: FirstCustomer | undefined },
) {
  const locale = useLocale();
  const [query, setQuery] = useAddress(initialQuery, address);
  const [atLoad, setAtLoad] = useState<ReadonlySet<string>>();
  // Segments ticked or unticked since the filter was chosen; they stay in view.
  const [touched, setTouched] = useState(none);
  if (!atLoad && customer) setAtLoad(new Set(customer.segmentIds));

  const { segments, firstRows } = list;
  const ordered = useMemo(
    () => segments && atLoad && orderChecklist(segments, atLoad, locale),
    [segments, atLoad, locale],
  );
  const segmentIds = customer?.segmentIds;
  const kept = useMemo(() => new Set([...(segmentIds ?? []), ...touched]), [segmentIds, touched]);
  const listing = useMemo((): Listing | undefined => {
    if (ordered) return checklistPage(ordered, kept, query);
    return query === initialQuery && first && firstRows
      ? firstPageOf(firstRows, first.checklist.found, {
          page: query.page,
          limit: SEGMENTS_PER_CHECKLIST_PAGE,
        })
      : undefined;
  }, [ordered, kept, query, initialQuery, first, firstRows]);

  const change = useCallback(
    (changed: Partial<ChecklistQuery>) => {
      if (changed.show) setTouched(none);
      setQuery((before) => ({ ...before, page: 1, ...changed }));
    },
    [setQuery],
  );
  const touch = useCallback(
    (id: string) => setTouched((before) => (before.has(id) ? before : new Set(before).add(id))),
    [],
  );
  return { query, change, touch, listing };
}

export type ChecklistState = ReturnType<typeof useChecklist>;
