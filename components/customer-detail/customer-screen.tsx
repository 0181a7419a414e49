'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ChecklistQuery } from '@/lib/customers/checklist-query.ts';
import type { FirstCustomer } from '@/lib/customers/first-customer.ts';
import { isolated } from '@/lib/i18n/shown-text.ts';
import { customerName } from '../customers/customer-name.ts';
import { useCustomerLabel } from '../customers/use-customer-label.ts';
import { useSegments } from '../segments/use-segments.ts';
import { useDocumentTitle } from '../shell/use-document-title.ts';
import { ListPanel } from '../ui/list-panel.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { CustomerLayout } from './customer-layout.tsx';
import { CustomerGone } from './customer-messages.tsx';
import { useChangeReport } from './use-change-report.ts';
import { useChanges } from './use-changes.ts';
import { useChecklist } from './use-checklist.ts';
import { useCustomer } from './use-customer.ts';

interface Props {
  customerId: number;
  /** The query that the server read from the address. */
  initialQuery: ChecklistQuery;
  /** The customer and the page that `initialQuery` shows, from the server. */
  first?: FirstCustomer | undefined;
}

/** The screen of one customer: a checklist of the segments that the customer is in. */
export function CustomerScreen({ customerId, initialQuery, first }: Props) {
  const t = useTranslations('customer');
  const resource = useCustomer(customerId, first?.customer);
  const { data: customer } = resource;
  const list = useSegments(first?.checklist);
  const checklist = useChecklist(list, customer, { initialQuery, first });
  const labelOf = useCustomerLabel();
  const label = customer ? labelOf(customer) : '';
  const name = customer && customerName(customer);
  useDocumentTitle(name ? isolated(name) : label || t('title'));

  const { segments, firstRows } = list;
  const known = segments ?? firstRows;
  const nameOf = useCallback(
    (segmentId: string) => known?.find(({ id }) => id === segmentId)?.name ?? '',
    [known],
  );
  const { outcome, report } = useChangeReport({ customer: label, segment: nameOf });
  const { inside, change } = useChanges(customerId, resource, report);

  const failure = resource.failure ?? list.failure;
  const retry = () => {
    resource.retry();
    list.retry();
  };
  const total = segments?.length ?? first?.checklist.total;
  const count = segments ? segments.filter(({ id }) => inside.has(id)).length : inside.size;
  return (
    <CustomerLayout customer={customer}>
      {resource.failure?.code === 'not-found' ? (
        <ListPanel>
          <CustomerGone />
        </ListPanel>
      ) : (
        <ChecklistPanel
          checklist={checklist}
          failure={failure}
          hasNoSegments={customer !== undefined && total === 0}
          inside={inside}
          isKnown={customer !== undefined && checklist.listing !== undefined}
          onChange={change}
          onRetry={retry}
          outcome={outcome}
          summary={customer && total !== undefined ? t('inside', { count, total }) : undefined}
        />
      )}
    </CustomerLayout>
  );
}
