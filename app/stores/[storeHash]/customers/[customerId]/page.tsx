import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { CustomerScreen } from '@/components/customer-detail/customer-screen.tsx';
import { CustomerSkeleton } from '@/components/customer-detail/customer-skeleton.tsx';
import { parseNumericId } from '@/lib/bigcommerce/ids.ts';
import { type ChecklistQuery, parseChecklistQuery } from '@/lib/customers/checklist-query.ts';
import { type FirstCustomer, readFirstCustomer } from '@/lib/customers/first-customer.ts';
import { getLaunch } from '@/lib/requests/get-launch.ts';
import { pageRead } from '@/lib/requests/page-read.ts';
import { withTimeout } from '@/lib/requests/with-timeout.ts';
import { requestContext } from '@/lib/server/request-context.ts';
import { recordRequest } from '@/lib/server/request-line.ts';

const route = '/stores/[storeHash]/customers/[customerId]';

/**
 * One customer and the store's segments. With a launch code, the page includes the session and
 * both; without one, it has no data of any store.
 */
export default async function CustomerPage(props: PageProps<typeof route>) {
  const [{ storeHash, customerId }, query, requested] = await Promise.all([
    props.params,
    props.searchParams,
    headers(),
  ]);
  const id = parseNumericId(customerId);
  const context = requestContext(requested);
  const launch = await getLaunch(storeHash);
  recordRequest(context, { route, storeHash: launch && storeHash });
  if (id === undefined) notFound();
  const screen = { customerId: id, initialQuery: parseChecklistQuery(query) };
  const first =
    launch &&
    pageRead(launch.session, context.id, (connection) =>
      readFirstCustomer(connection, id, screen.initialQuery, launch.session.user.locale),
    );
  const known = await withTimeout(first);
  return known === 'late' ? (
    <Suspense fallback={<CustomerSkeleton />}>
      <ScreenWithCustomer {...screen} first={first} />
    </Suspense>
  ) : (
    <CustomerScreen {...screen} first={known} key={id} />
  );
}

interface ScreenProps {
  customerId: number;
  initialQuery: ChecklistQuery;
  first: Promise<FirstCustomer | undefined> | undefined;
}

async function ScreenWithCustomer({ first, ...screen }: ScreenProps) {
  return <CustomerScreen {...screen} first={await first} key={screen.customerId} />;
}
