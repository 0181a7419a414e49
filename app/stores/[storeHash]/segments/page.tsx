import { headers } from 'next/headers';
import { after } from 'next/server';
import { Suspense } from 'react';
import { SegmentsScreen } from '@/components/segments/segments-screen.tsx';
import { SegmentsSkeleton } from '@/components/segments/segments-skeleton.tsx';
import { recordRequest } from '@/lib/record-request.ts';
import { requestContext } from '@/lib/request-context.ts';
import { type FirstRows, readFirstRows } from '@/lib/segments/first-rows.ts';
import { parseView, type View } from '@/lib/segments/view.ts';
import { launched } from '../../launched.ts';
import { withinPatience } from '../../within-patience.ts';

/**
 * The list of segments. With a launch code, the session and the first rows come along; without one
 * this is a shell that holds nothing of any store.
 */
export default async function SegmentsPage(props: PageProps<'/stores/[storeHash]/segments'>) {
  const [{ storeHash }, query, requested] = await Promise.all([
    props.params,
    props.searchParams,
    headers(),
  ]);
  const context = requestContext(requested);
  const launch = await launched(storeHash);
  after(() => {
    const route = '/stores/[storeHash]/segments';
    recordRequest(context, { route, status: 200, storeHash: launch && storeHash });
  });
  const screen = { storeHash, initialView: parseView(query), now: new Date().toISOString() };
  const rows = launch && readFirstRows(launch.session, screen.initialView, context.id);
  const known = await withinPatience(rows);
  return known === 'late' ? (
    <Suspense fallback={<SegmentsSkeleton />}>
      <ScreenWithRows {...screen} rows={rows} />
    </Suspense>
  ) : (
    <SegmentsScreen {...screen} initialSegments={known} />
  );
}

interface ScreenProps {
  storeHash: string;
  initialView: View;
  now: string;
  rows: Promise<FirstRows | undefined> | undefined;
}

async function ScreenWithRows({ rows, ...screen }: ScreenProps) {
  return <SegmentsScreen {...screen} initialSegments={await rows} />;
}
