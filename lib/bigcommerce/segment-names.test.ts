import { expect, test } from 'vitest';
import { startTestApi } from '../testing/test-api.ts';
import { createSegments } from './segments.ts';

/* BigCommerce may change a name before it stores it; how is not documented. */

const api = startTestApi();
const at = new Date().toISOString();
const asked = ['Plain', 'Two  spaces', 'Tom & Jerry'].map((name) => ({ name, description: '' }));
const stored = ['Plain', 'Two spaces', 'Tom &amp; Jerry'].map((name, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index}`,
  name,
  description: '',
  created_at: at,
  updated_at: at,
}));

/** Answers the creation with these segments, and also lists them. */
function serve(answer: unknown) {
  const pagination = { total: stored.length, per_page: 50 };
  api.handle(({ method }) =>
    method === 'POST'
      ? { status: 201, body: answer }
      : { body: { data: stored, meta: { pagination } } },
  );
}

async function create() {
  const outcomes = await createSegments(api.connect().connection, asked);
  return outcomes.map((outcome) => ('segment' in outcome ? outcome.segment.name : outcome.status));
}

test('a created segment is found by its place if its name has been changed', async () => {
  serve({ data: stored });
  expect(await create()).toEqual(stored.map(({ name }) => name));
  serve({ data: [stored[1], stored[2], stored[0]] });
  expect(await create()).toEqual(stored.map(({ name }) => name));
  expect(api.seen).toHaveLength(2);
});

test.each([
  ['leaves one out', { data: stored.slice(0, 2) }],
  ['is of another shape', { created: 3 }],
  ['can not be read', '<html>'],
])(
  'after a success whose answer %s, a segment that cannot be found by its name is unknown',
  async (_, answer) => {
    serve(answer);
    expect(await create()).toEqual(['Plain', 'unknown', 'unknown']);
  },
);
