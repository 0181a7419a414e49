import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { after } from 'next/server';
import { Suspense } from 'react';
import { SegmentsScreen } from '@/components/segments/segments-screen.tsx';
import { SegmentsSkeleton } from '@/components/segments/segments-skeleton.tsx';
import { SessionProvider } from '@/components/session/session-provider.tsx';
import { config } from '@/lib/config.ts';
import { recordRequest } from '@/lib/record-request.ts';
import { requestContext, requestHeaders } from '@/lib/request-context.ts';
import { type FirstRows, readFirstRows } from '@/lib/segments/first-rows.ts';
import { parseView, type View } from '@/lib/segments/view.ts';
import { launchSession } from '@/lib/sessions/launch.ts';
import { launchCodeHeader } from '@/lib/sessions/launch-address.ts';

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
  if (!/^[a-z0-9]{1,32}$/.test(storeHash)) notFound();
  const context = requestContext(requested);
  const launch = await launchSession(storeHash, requested.get(launchCodeHeader) ?? query.launch);
  after(() => {
    const route = '/stores/[storeHash]/segments';
    recordRequest(context, { route, status: 200, storeHash: launch && storeHash });
  });
  const screen = { storeHash, initialView: parseView(query), now: new Date().toISOString() };
  const rows = launch && readFirstRows(launch.session, screen.initialView, context.id);
  const known = await withinPatience(rows);
  return (
    <SessionProvider
      controlPanelScriptUrl={config().controlPanelScriptUrl}
      initial={launch?.client}
      key={storeHash}
      nonce={requested.get(requestHeaders.nonce) ?? undefined}
      storeHash={storeHash}
    >
      {known === 'late' ? (
        <Suspense fallback={<SegmentsSkeleton />}>
          <ScreenWithRows {...screen} rows={rows} />
        </Suspense>
      ) : (
        <SegmentsScreen {...screen} initialSegments={known} />
      )}
    </SessionProvider>
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

/**
 * The rows, if they come so soon that a skeleton would only flicker. React shows what it streams
 * later no sooner than 300 ms after the first paint, and hydration gets in between.
 */
async function withinPatience<T>(rows: Promise<T> | undefined): Promise<T | 'late' | undefined> {
  if (!rows) return undefined;
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), 250);
  try {
    return await Promise.race([rows, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
