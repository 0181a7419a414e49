import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { SegmentScreen } from '@/components/segment-detail/segment-screen.tsx';
import { SegmentSkeleton } from '@/components/segment-detail/segment-skeleton.tsx';
import { isUuid } from '@/lib/bigcommerce/ids.ts';
import { getLaunch } from '@/lib/requests/get-launch.ts';
import { pageRead } from '@/lib/requests/page-read.ts';
import { withTimeout } from '@/lib/requests/with-timeout.ts';
import { parsePage } from '@/lib/screens/query.ts';
import { requestContext } from '@/lib/server/request-context.ts';
import { recordRequest } from '@/lib/server/request-line.ts';
import { type FirstShoppers, readFirstShoppers } from '@/lib/shoppers/first-shoppers.ts';

const route = '/stores/[storeHash]/segments/[segmentId]';

/**
 * One segment and its shoppers. With a launch code, the page includes the session and the first
 * shoppers; without one, it has no data of any store.
 */
export default async function SegmentPage(props: PageProps<typeof route>) {
  const [params, query, requested] = await Promise.all([
    props.params,
    props.searchParams,
    headers(),
  ]);
  const { storeHash } = params;
  const segmentId = params.segmentId.toLowerCase();
  const context = requestContext(requested);
  const launch = await getLaunch(storeHash);
  recordRequest(context, { route, storeHash: launch && storeHash });
  if (!isUuid(segmentId)) notFound();
  const screen = { segmentId, initialPage: parsePage(query) };
  const first =
    launch &&
    pageRead(launch.session, context.id, (connection) =>
      readFirstShoppers(connection, segmentId, screen.initialPage),
    );
  const known = await withTimeout(first, 2);
  return known === 'late' ? (
    <Suspense fallback={<SegmentSkeleton />}>
      <ScreenWithShoppers {...screen} first={first} />
    </Suspense>
  ) : (
    <SegmentScreen {...screen} first={known} />
  );
}

interface ScreenProps {
  segmentId: string;
  initialPage: number;
  first: Promise<FirstShoppers | undefined> | undefined;
}

async function ScreenWithShoppers({ first, ...screen }: ScreenProps) {
  return <SegmentScreen {...screen} first={await first} />;
}
