import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { type Launch, launchSession } from '../sessions/launch.ts';
import { launchCodeHeader } from '../sessions/launch-address.ts';

/** Redeems the request's launch code once, for the layout and the page together. */
export const getLaunch = cache(async (storeHash: string): Promise<Launch | undefined> => {
  const code = (await headers()).get(launchCodeHeader);
  return launchSession(storeHash, code ?? undefined);
});
