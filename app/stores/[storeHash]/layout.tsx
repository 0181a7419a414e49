// Work goes on from one screen to another, so every screen's address must take every action.
import '@/components/segments/actions.ts';
import '@/components/shoppers/actions.ts';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { SessionProvider } from '@/components/session/session-provider.tsx';
import { ScreenLinks } from '@/components/shell/screen-links.tsx';
import { isStoreHash } from '@/lib/bigcommerce/store-hash.ts';
import { config } from '@/lib/config.ts';
import { getLaunch } from '@/lib/requests/get-launch.ts';
import { requestHeaders } from '@/lib/server/request-context.ts';

/** What stays when the user moves between a store's screens: the session, what was read, alerts. */
export default async function StoreLayout(props: LayoutProps<'/stores/[storeHash]'>) {
  const { storeHash } = await props.params;
  if (!isStoreHash(storeHash)) notFound();
  const launch = await getLaunch(storeHash);
  return (
    <SessionProvider
      controlPanelScriptUrl={config().controlPanelScriptUrl}
      initial={launch?.client}
      key={storeHash}
      nonce={(await headers()).get(requestHeaders.nonce) ?? undefined}
      storeHash={storeHash}
    >
      <ScreenLinks />
      {props.children}
    </SessionProvider>
  );
}
