import { headers } from 'next/headers';
import { Suspense } from 'react';
import { ListScreen } from '@/components/segment-list/list-screen.tsx';
import { ListSkeleton } from '@/components/segment-list/list-skeleton.tsx';
import { getLaunch } from '@/lib/requests/get-launch.ts';
import { pageRead } from '@/lib/requests/page-read.ts';
import { withTimeout } from '@/lib/requests/with-timeout.ts';
import { type FirstList, firstRowsOf } from '@/lib/segments/first-rows.ts';
import { type ListQuery, parseListQuery } from '@/lib/segments/list-query.ts';
import { readList } from '@/lib/segments/read-list.ts';
import { requestContext } from '@/lib/server/request-context.ts';
import { recordRequest } from '@/lib/server/request-line.ts';
import type { Session } from '@/lib/sessions/sessions.ts';

const route = '/stores/[storeHash]/segments';

/**
 * The list of segments. With a launch code, the page includes the session and the first rows;
 * without one, it has no data of any store.
 */
export default async function SegmentsPage(props: PageProps<typeof route>) {
  const [{ storeHash }, query, requested] = await Promise.all([
    props.params,
    props.searchParams,
    headers(),
  ]);
  const context = requestContext(requested);
  const launch = await getLaunch(storeHash);
  recordRequest(context, { route, storeHash: launch && storeHash });
  const screen = { initialQuery: parseListQuery(query), now: new Date().toISOString() };
  const rows = launch && firstRows(launch.session, context.id, screen.initialQuery);
  const known = await withTimeout(rows);
  return known === 'late' ? (
    <Suspense fallback={<ListSkeleton />}>
      <ScreenWithRows {...screen} rows={rows} />
    </Suspense>
  ) : (
    <ListScreen {...screen} first={known} />
  );
}

function firstRows(session: Session, requestId: string, query: ListQuery) {
  const { store, user } = session;
  return firstRowsOf(store, query, user.locale, () =>
    pageRead(session, requestId, (connection) => readList(store, connection)),
  );
}

interface ScreenProps {
  initialQuery: ListQuery;
  now: string;
  rows: Promise<FirstList | undefined> | undefined;
}

async function ScreenWithRows({ rows, ...screen }: ScreenProps) {
  return <ListScreen {...screen} first={await rows} />;
}
