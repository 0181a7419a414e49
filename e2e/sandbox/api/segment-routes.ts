import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { ListedMap } from '../listed-map.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Settings } from '../sandbox-settings.ts';
import type { Segment, Store } from '../sandbox-store.ts';
import { nowIso } from '../timestamp.ts';
import type { ApiEnv } from './api-env.ts';
import { requireScope, requireSegmentation } from './authorize.ts';
import { answerBatch, type Decision } from './batch.ts';
import { answerDelete } from './delete-collection.ts';
import { uuidFilter } from './id-filter.ts';
import { withOddRecord } from './odd-record.ts';
import { paginate, readPage } from './paginate.ts';
import { readBody, requireBatchWithin } from './validated-body.ts';

/** A guess: the documents give no limit. */
const segmentName = z.string().min(1, 'name must not be empty').max(255, 'name is too long');
const newSegment = z.object({ name: segmentName, description: z.string().default('') });
const segmentChange = z.object({
  id: z.uuid().toLowerCase(),
  name: segmentName.optional(),
  description: z.string().optional(),
});

const duplicateTitle = 'Cannot have multiple segments with the same name.';

export function segmentRoutes(sandbox: Sandbox) {
  const routes = new Hono<ApiEnv>();
  routes.use(requireScope('store_v2_customers'), requireSegmentation(sandbox));

  routes.get('/', (c) => {
    const ids = uuidFilter(c);
    const all = [...c.get('store').segments.values()];
    const chosen = ids ? all.filter(({ id }) => ids.has(id)) : all;
    const page = paginate(chosen, readPage(c, sandbox.settings));
    return c.json({ ...page, data: withOddRecord(page.data, sandbox.settings) });
  });

  routes.post('/', async (c) => {
    const items = await readBody(c, z.array(newSegment).min(1));
    requireBatchWithin(items, sandbox.settings.segmentBatch);
    const decisions = decideCreation(c.get('store'), items, sandbox.settings);
    return answerBatch(c, decisions, sandbox.settings.mixedBatch, (data) =>
      c.json({ data, meta: {} }, 201),
    );
  });

  routes.put('/', async (c) => {
    const items = await readBody(c, z.array(segmentChange).min(1));
    requireBatchWithin(items, sandbox.settings.segmentBatch);
    const decisions = decideUpdate(c.get('store'), items, sandbox.settings);
    return answerBatch(c, decisions, sandbox.settings.mixedBatch, (data) =>
      c.json({ data, meta: {} }, sandbox.settings.putStatus),
    );
  });

  routes.delete('/', (c) => {
    const { segments, members } = c.get('store');
    return answerDelete(c, uuidFilter(c) ?? new Set(segments.keys()), (id) => {
      segments.delete(id);
      members.delete(id);
    });
  });

  return routes;
}

function decideCreation(
  store: Store,
  items: readonly Pick<Segment, 'name' | 'description'>[],
  settings: Settings,
): Decision<Segment>[] {
  const { segmentCap, segmentCapStatus } = settings;
  const taken = new Set([...store.segments.values()].map(({ name }) => name));
  let count = store.segments.size;
  return items.map(({ name, description }) => {
    if (taken.has(name)) return { refuse: { status: 409, title: duplicateTitle } };
    if (count >= segmentCap) {
      const title = `The store has reached its limit of ${segmentCap} segments.`;
      return { refuse: { status: segmentCapStatus, title } };
    }
    taken.add(name);
    count += 1;
    return {
      commit() {
        const at = nowIso();
        const segment = {
          // Random, so that no id is ever used twice, not even after a reset.
          id: randomUUID(),
          name: stored(name, settings),
          description: stored(description, settings),
          created_at: at,
          updated_at: at,
        };
        store.segments.set(segment.id, segment);
        store.members.set(segment.id, new ListedMap());
        return segment;
      },
    };
  });
}

function decideUpdate(
  store: Store,
  items: readonly { id: string; name?: string | undefined; description?: string | undefined }[],
  settings: Settings,
): Decision<Segment>[] {
  const names = new Map([...store.segments.values()].map(({ id, name }) => [id, name]));
  return items.map((change) => {
    const segment = store.segments.get(change.id);
    if (segment === undefined) {
      const detail = `Segment \`${change.id}\` was not found.`;
      return { refuse: { status: 404, title: 'Segment not found.', detail } };
    }
    const name = change.name ?? segment.name;
    if ([...names].some(([id, other]) => other === name && id !== segment.id)) {
      return { refuse: { status: settings.renameConflictStatus, title: duplicateTitle } };
    }
    names.set(segment.id, name);
    return {
      commit() {
        if (change.name !== undefined) segment.name = stored(change.name, settings);
        if (change.description !== undefined) {
          segment.description = stored(change.description, settings);
        }
        segment.updated_at = nowIso();
        return segment;
      },
    };
  });
}

/** A text as the store keeps it. */
function stored(text: string, { storedTexts }: Settings): string {
  if (storedTexts === 'as-sent') return text;
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll('&', '&amp;');
}
