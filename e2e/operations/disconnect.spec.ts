import type { AppClient } from '../support/app-client.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Stores } from '../support/known-stores.ts';
import { serverActions } from '../support/server-actions.ts';

interface Merchant {
  /** Its requests are aborted when the browser goes away. */
  browser: AppClient;
  stores: Stores;
  token: string;
  segmentId: string;
}

/** Requests of a browser, each of which takes several requests to BigCommerce. */
const starts: Record<string, (merchant: Merchant) => Promise<unknown>> = {
  'reading the list': async ({ browser, token }) => (await browser.segments(token)).text(),
  'opening the app': async ({ browser, stores }) =>
    (await browser.get(await stores.launch('aurora'))).text(),
  'looking for a shopper': async ({ browser, token, segmentId }) => {
    const path = `/api/customers?search=an&segment=${segmentId}`;
    return (await browser.get(path, { authorization: `Bearer ${token}` })).text();
  },
  'deleting a segment': ({ browser, stores, token, segmentId }) =>
    Promise.all(
      serverActions(stores.hash('aurora')).map(async ({ id, path }) =>
        (await browser.action(id, path, [token, { ids: [segmentId] }])).text(),
      ),
    ),
};

for (const [title, start] of Object.entries(starts)) {
  test(`when a browser goes away, its work at BigCommerce ends: ${title}`, async ({
    app,
    database,
    stores,
    sandbox,
  }) => {
    await stores.install('aurora');
    await stores.install('bramble');
    const hash = stores.hash('aurora');
    const segmentId = (await sandbox.state(hash)).segments[0]?.id ?? '';
    const { token } = await stores.open('aurora');
    const elsewhere = await stores.open('bramble');
    // An opening would show what the last one has read.
    database.ageLists(11);
    // Reading takes 48 pages; a deletion gets a 429 first, and would be sent again.
    await sandbox.set({ maxLimit: 5, latencyMs: 1_500 });
    await sandbox.addFault({
      method: 'DELETE',
      path: '/v3/segments',
      fault: '429',
      resetMs: 1_500,
    });
    await sandbox.clearLog();
    const seen = async () => (await sandbox.log()).filter(({ store }) => store === hash);

    const caller = new AbortController();
    const browser = app.until(caller.signal);
    const answer = start({ browser, stores, token, segmentId });
    await expect.poll(seen, { intervals: [20] }).toHaveLength(1);
    caller.abort();
    await expect(answer).rejects.toThrow();
    // Once later requests of another store are answered, this store's would have been sent, too.
    for (let trip = 0; trip < 3; trip += 1) await app.segments(elsewhere.token);
    expect(await seen()).toHaveLength(1);
  });
}
