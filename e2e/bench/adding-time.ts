import { z } from 'zod';
import { addressIn } from '../../lib/screens/screens.ts';
import { linkTo } from '../support/link-to.ts';
import { actionResult, serverAction } from '../support/server-actions.ts';
import type { InstalledApp } from './installed-app.ts';

const count = 10_000;
const company = 'Bench Supplies';
const latencyMs = 120;
const inFlight = 10;

const step = z.object({
  ok: z.literal(true),
  data: z.object({
    added: z.number(),
    notAdded: z.array(z.unknown()),
    nextOffset: z.number().nullable(),
  }),
});

export interface AddingTime {
  /** Milliseconds. */
  time: number;
  requests: number;
  /** Time divided by the ideal time: the first page alone, then all requests in rounds of ten. */
  ratio: number;
}

/**
 * Adds 10,000 customers without shopper profiles to a segment, in the same steps as the browser.
 * @throws Error unless all of them were added
 */
export async function measureAdding(installed: InstalledApp): Promise<AddingTime> {
  const { sandbox, app, hash, tokens } = installed;
  await sandbox.setCustomers(hash, { count, profiles: false, company });
  const [segment] = await sandbox.setSegments(hash, { items: [{ name: 'Bench' }] });
  if (!segment) throw new Error('there is no segment');
  await sandbox.set({ latencyMs });
  await sandbox.clearLog();
  const action = serverAction('addMatchingShoppers');
  const address = addressIn(hash, linkTo.segment(segment.id));
  let added = 0;
  const start = performance.now();
  for (let offset: number | null = 0; offset !== null; ) {
    const input = { segmentId: segment.id, filter: { type: 'company', company }, offset };
    const answer = await app.action(action, address, [tokens[0], input]);
    const { data } = step.parse(actionResult(await answer.text()));
    if (data.notAdded.length > 0) throw new Error(`${data.notAdded.length} were not added`);
    added += data.added;
    offset = data.nextOffset;
  }
  const time = performance.now() - start;
  const requests = (await sandbox.log()).length;
  await sandbox.set({ latencyMs: 0 });
  const ideal = 1 + Math.ceil((requests - 1) / inFlight);
  if (added !== count) throw new Error(`${added} of ${count} were added`);
  return { time, requests, ratio: time / (ideal * latencyMs) };
}
