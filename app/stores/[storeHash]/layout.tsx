// Jobs continue on other screens, so every screen's address must accept every server action.
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

/** Keeps the session, cached data and alerts while the user moves between a store's screens. */
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
