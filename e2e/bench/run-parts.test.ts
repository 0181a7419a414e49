import { expect, test, vi } from 'vitest';
import { type Part, runParts } from './run-parts.ts';
import { atMost } from './target.ts';

const good: Part = {
  conditions: 'Good: always.',
  measure: async (add) => add('good', '1', atMost(1, 2, String)),
};
const bad: Part = {
  conditions: 'Bad: never.',
  async measure(add) {
    add('begun', '1');
    throw new Error('there is no browser');
  },
};

test('a part that fails is reported, keeps its rows and does not stop the next part', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const { rows, conditions, failed } = await runParts({ bad, good });
  expect(rows.map(({ measure, value }) => [measure, value])).toEqual([
    ['begun', '1'],
    ['bad', 'failed: there is no browser'],
    ['good', '1'],
  ]);
  expect(conditions).toEqual(['Bad: never.', 'Good: always.']);
  expect(failed).toEqual(['bad']);
  expect(logged).toHaveBeenCalledWith(expect.objectContaining({ message: 'there is no browser' }));
});
