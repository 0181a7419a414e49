import { describe, expect, test } from 'vitest';
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
  'after a success whose answer %s, segments are found by what their names became',
  async (_, answer) => {
    serve(answer);
    expect(await create()).toEqual(stored.map(({ name }) => name));
  },
);

describe('a new segment with another name', () => {
  const unlike = (description: string) => {
    const pagination = { total: 1, per_page: 50 };
    const created_at = new Date().toISOString();
    const data = [{ ...stored[0], name: 'Shortened', description, created_at }];
    api.handle(({ method }) =>
      method === 'POST' ? { status: 500 } : { body: { data, meta: { pagination } } },
    );
  };
  const asked = [{ name: 'Shortened by the store', description: 'Mine' }];

  test('may be the one asked for if it has its description: the outcome is unknown', async () => {
    unlike('Mine');
    const [outcome] = await createSegments(api.connect().connection, asked);
    expect(outcome?.status).toBe('unknown');
    expect(api.seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('is somebody else\u2019s if it has another description: nothing was created', async () => {
    unlike('Theirs');
    const [outcome] = await createSegments(api.connect().connection, asked);
    expect(outcome?.status).toBe('failed');
  });
});
