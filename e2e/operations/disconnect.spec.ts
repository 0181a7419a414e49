import type { AppClient } from '../support/app-client.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Stores } from '../support/known-stores.ts';
import { serverActions } from '../support/server-actions.ts';

interface Merchant {
  /** Ends with the browser. */
  browser: AppClient;
  stores: Stores;
  token: string;
  segmentId: string;
}

/** What a browser starts, each of which takes BigCommerce several requests. */
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
  test(`a browser that goes away ends what it started: ${title}`, async ({
    app,
    stores,
    sandbox,
  }) => {
    await stores.install('aurora');
    await stores.install('bramble');
    const hash = stores.hash('aurora');
    const segmentId = (await sandbox.state(hash)).segments[0]?.id ?? '';
    const { token } = await stores.open('aurora');
    const elsewhere = await stores.open('bramble');
    // 48 pages; a deletion is refused for a moment, and would be sent again.
    await sandbox.set({ maxLimit: 5, latencyMs: 1_500 });
    await sandbox.addFault({
      method: 'DELETE',
      path: '/v3/segments',
      fault: '429',
      resetMs: 1_500,
    });
    await sandbox.clearLog();
    const seen = async () => (await sandbox.log()).filter(({ store }) => store === hash);

    const leaving = new AbortController();
    const browser = app.until(leaving.signal);
    const answer = start({ browser, stores, token, segmentId });
    await expect.poll(seen, { intervals: [20] }).toHaveLength(1);
    leaving.abort();
    await expect(answer).rejects.toThrow();
    // Another store's requests show that time enough has passed.
    for (let trip = 0; trip < 3; trip += 1) await app.segments(elsewhere.token);
    expect(await seen()).toHaveLength(1);
  });
}
