import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { ListedMap } from '../listed-map.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Segment, Store } from '../sandbox-store.ts';
import type { ShopperProfile } from '../stored-profiles.ts';
import type { ApiEnv } from './api-env.ts';
import { requireModifyScope, requireSegmentation } from './authorize.ts';
import { answerBatch, type Decision } from './batch.ts';
import { answerDelete } from './delete-collection.ts';
import { uuidFilter } from './id-filter.ts';
import { withOddRecord } from './odd-record.ts';
import { paginate, readPage } from './paginate.ts';
import { ApiProblem } from './problem.ts';
import { readBody, requireBatchWithin } from './validated-body.ts';

/** `/segments/{id}/shopper-profiles`: a segment's members. Even reading needs the modify scope. */
export function segmentMemberRoutes(sandbox: Sandbox) {
  const routes = new Hono<ApiEnv>();
  routes.use(requireModifyScope('store_v2_customers'), requireSegmentation(sandbox));

  routes.get('/', (c) => {
    const page = readPage(c, sandbox.settings);
    if (sandbox.settings.goneMembers === 'empty' && !isKnown(c)) return c.json(paginate([], page));
    const { meta, data } = paginate(membersOf(c).members.list, page);
    return c.json({ meta, data: withOddRecord(data, sandbox.settings) });
  });

  routes.post('/', async (c) => {
    const { segment, members } = membersOf(c);
    const ids = await readBody(c, z.array(z.uuid().toLowerCase()).min(1));
    requireBatchWithin(ids, sandbox.settings.memberBatch);
    const decisions = decideJoining(c.get('store'), segment, members, ids);
    return answerBatch(c, decisions, sandbox.settings.mixedBatch, (data) => c.json({ data }, 201));
  });

  routes.delete('/', (c) => {
    const { members } = membersOf(c);
    return answerDelete(c, uuidFilter(c) ?? new Set(members.keys()), (id) => members.delete(id));
  });

  return routes;
}

function isKnown(c: Context<ApiEnv>): boolean {
  return c.get('store').segments.has(c.req.param('segmentId')?.toLowerCase() ?? '');
}

type Members = ListedMap<string, ShopperProfile>;

function membersOf(c: Context<ApiEnv>): { segment: Segment; members: Members } {
  const { segments, members } = c.get('store');
  const segment = segments.get(c.req.param('segmentId')?.toLowerCase() ?? '');
  const inSegment = segment && members.get(segment.id);
  if (!inSegment) throw new ApiProblem(404, 'Segment not found.');
  return { segment, members: inSegment };
}

function decideJoining(
  store: Store,
  segment: Segment,
  members: Members,
  ids: readonly string[],
): Decision<ShopperProfile>[] {
  const joining = new Set<string>();
  return ids.map((id) => {
    const profile = store.profiles.get(id);
    if (profile === undefined) {
      const detail = `Shopper profile \`${id}\` was not found.`;
      return { refuse: { status: 404, title: 'Shopper profile not found.', detail } };
    }
    if (members.has(id) || joining.has(id)) {
      const title = 'Unable to add shopper profiles to segment due to conflicts.';
      const detail = `Shopper profile \`${id}\` already exists for segment \`${segment.id}\`.`;
      return { refuse: { status: 409, title, detail } };
    }
    joining.add(id);
    return {
      commit() {
        members.set(id, profile);
        return profile;
      },
    };
  });
}
