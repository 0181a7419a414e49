import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { type Launch, launchSession } from '@/lib/sessions/launch.ts';
import { launchCodeHeader } from '@/lib/sessions/launch-address.ts';

/** The launch that this request is, spent once for the layout and the page together. */
export const launched = cache(async (storeHash: string): Promise<Launch | undefined> => {
  const code = (await headers()).get(launchCodeHeader);
  return launchSession(storeHash, code ?? undefined);
});
