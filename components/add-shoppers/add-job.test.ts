import { expect, test, vi } from 'vitest';
import type { AddOutcome } from '@/lib/shoppers/add-shoppers.ts';
import type { AddingStep } from '@/lib/shoppers/adding-step.ts';
import type { CallResult } from '../api-client/call-action.ts';
import { runAddJob } from './add-job.ts';
import { type AddJob, countLeft, retryJob } from './adding-state.ts';

type Answer = CallResult<AddOutcome[]>;
type MatchingAnswer = CallResult<AddingStep>;

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `Ann ${index + 1}`,
    email: `ann${index + 1}@shop.test`,
  }));
const filter = { type: 'group', groupId: 3 } as const;
const limited = { code: 'rate-limited', message: '', retryAfterSeconds: 7 } as const;
const gone = { code: 'not-found', message: '' } as const;
const refused = { code: 'invalid', message: '' } as const;
const lost = { ok: false, failure: { code: 'network' }, unknown: true } as const;

const added = (customerId: number): AddOutcome => ({
  customerId,
  name: '',
  email: '',
  status: 'added',
  profileId: 'p',
});
const failed = (customerId: number, failure: typeof gone | typeof refused | typeof limited) =>
  ({ customerId, name: '', email: '', status: 'failed', failure }) as const;
const step = (news: Partial<AddingStep>): MatchingAnswer => ({
  ok: true,
  data: { added: 0, alreadyIn: 0, notAdded: [], nextOffset: null, done: 0, ...news },
});

function run(job: AddJob, { these, matching }: { these?: Answer[]; matching?: MatchingAnswer[] }) {
  const stop = new AbortController();
  const addThese = vi.fn(
    async (ids: number[]): Promise<Answer> => these?.shift() ?? { ok: true, data: ids.map(added) },
  );
  const addMatching = vi.fn(async (): Promise<MatchingAnswer> => matching?.shift() ?? lost);
  const wait = vi.fn(async () => {});
  const onProgress = vi.fn();
  const isCancelled = () => stop.signal.aborted;
  const tally = runAddJob(job, { addThese, addMatching, wait, onProgress, isCancelled });
  return { tally, addThese, addMatching, wait, onProgress, stop };
}

test('many customers go in calls of 250, one after the other, with progress', async () => {
  const { tally, addThese, onProgress } = run({ customers: people(600) }, {});
  expect(await tally).toMatchObject({ added: 600, notAdded: [], left: undefined });
  expect(addThese.mock.calls.map(([ids]) => ids.length)).toEqual([250, 250, 100]);
  expect(onProgress.mock.calls).toEqual([[250], [500], [600]]);
});

test('customers who are in already are counted apart, and as in the segment', async () => {
  const alreadyIn = {
    customerId: 1,
    name: '',
    email: '',
    status: 'already-in',
    profileId: 'p',
  } as const;
  const { tally } = run(
    { customers: people(2) },
    { these: [{ ok: true, data: [alreadyIn, added(2)] }] },
  );
  expect(await tally).toMatchObject({ added: 1, alreadyIn: 1, inNow: new Set([1, 2]) });
});

test('a deleted customer does not stop the others, and is not tried again', async () => {
  const data = [
    failed(1, gone),
    ...people(250)
      .slice(1)
      .map(({ id }) => added(id)),
  ];
  const { tally, addThese } = run({ customers: people(300) }, { these: [{ ok: true, data }] });
  const result = await tally;
  expect(result).toMatchObject({ added: 299, notAdded: [{ id: 1, name: 'Ann 1', failure: gone }] });
  expect(addThese).toHaveBeenCalledTimes(2);
  expect(retryJob(result)).toBeUndefined();
});

test('a call in which all customers are deleted does not end the job', async () => {
  const data = people(250).map(({ id }) => failed(id, gone));
  const { tally } = run({ customers: people(300) }, { these: [{ ok: true, data }] });
  const result = await tally;
  expect(result.added).toBe(50);
  expect(result.failure).toBeUndefined();
});

test('a call that adds nobody ends the job, and a retry is for all not added', async () => {
  const data = people(250).map(({ id }) => failed(id, refused));
  const { tally, addThese } = run({ customers: people(300) }, { these: [{ ok: true, data }] });
  const result = await tally;
  expect(addThese).toHaveBeenCalledTimes(1);
  expect(result).toMatchObject({
    added: 0,
    failure: refused,
    left: { customers: people(300).slice(250) },
  });
  expect(retryJob(result)).toEqual({ customers: people(300), matching: undefined });
});

test('a customer is unknown if the answer is lost or does not mention the customer', async () => {
  const { tally } = run({ customers: people(2) }, { these: [{ ok: true, data: [added(1)] }] });
  expect((await tally).notAdded).toMatchObject([{ id: 2, status: 'unknown' }]);
  const { tally: other } = run({ customers: people(2) }, { these: [lost] });
  const result = await other;
  expect(result.notAdded).toMatchObject([
    { id: 1, status: 'unknown', failure: { code: 'network' } },
    { id: 2, status: 'unknown' },
  ]);
  expect(retryJob(result)?.customers).toEqual(people(2));
});

test('after the wait for a request limit, only the customers that it refused are sent', async () => {
  const data = [added(1), failed(2, limited)];
  const { tally, addThese, wait } = run({ customers: people(2) }, { these: [{ ok: true, data }] });
  const result = await tally;
  expect(result).toMatchObject({ added: 2, notAdded: [] });
  expect(result.failure).toBeUndefined();
  expect(wait.mock.calls).toEqual([[7]]);
  expect(addThese.mock.calls).toEqual([[[1, 2]], [[2]]]);
});

test('the job gives up if the request limit stays', async () => {
  const answer = { ok: false, failure: limited, unknown: false } as const;
  const these = Array.from({ length: 50 }, () => answer);
  const { tally, wait } = run({ customers: people(2) }, { these });
  expect(await tally).toMatchObject({ failure: limited, left: { customers: people(2) } });
  expect(wait.mock.calls.length).toBeLessThan(20);
});

test('all customers that match are added in steps', async () => {
  const matching = [
    step({ added: 1_990, alreadyIn: 10, nextOffset: 2_000, done: 2_000 }),
    step({ added: 499, notAdded: [failed(7, refused)], done: 500 }),
  ];
  const job = { customers: [], matching: { filter, offset: 0, count: 2_500 } };
  const { tally, addMatching, onProgress } = run(job, { matching });
  const result = await tally;
  expect(result).toMatchObject({ added: 2_489, alreadyIn: 10, left: undefined });
  expect(addMatching.mock.calls).toEqual([
    [{ filter, offset: 0, count: 2_500 }],
    [{ filter, offset: 2_000, count: 500 }],
  ]);
  expect(onProgress.mock.calls).toEqual([[2_000], [2_500]]);
  expect(retryJob(result)).toEqual({
    customers: [{ id: 7, name: '', email: '' }],
    matching: undefined,
  });
});

test('the job continues where the request limit stopped a step', async () => {
  const matching = [
    // 50 are done, and 70 were added from pages that are not finished.
    step({ added: 110, alreadyIn: 10, done: 50, nextOffset: 50, failure: limited }),
    step({ added: 400, alreadyIn: 75, done: 450, nextOffset: 500, failure: refused }),
  ];
  const job = { customers: [], matching: { filter, offset: 0, count: 900 } };
  const { tally, wait, onProgress } = run(job, { matching });
  const result = await tally;
  expect(wait.mock.calls).toEqual([[7]]);
  expect(onProgress.mock.calls).toEqual([[50], [500]]);
  expect(result).toMatchObject({ added: 510, alreadyIn: 15, failure: refused });
  expect(retryJob(result)?.matching).toEqual({ filter, offset: 500, count: 400 });
  expect(countLeft(result)).toBe(375);
});

test('a lost answer to a step is reported, and a retry starts at the same offset', async () => {
  const job = { customers: [], matching: { filter, offset: 150, count: 900 } };
  const { tally } = run(job, { matching: [lost] });
  const result = await tally;
  expect(result).toMatchObject({ hasUnknown: true, failure: { code: 'network' } });
  expect(retryJob(result)).toEqual(job);
});

test('cancelling stops before the next call', async () => {
  const { tally, addThese, stop } = run({ customers: people(600) }, {});
  stop.abort();
  expect(await tally).toMatchObject({ added: 250, cancelled: true });
  expect(addThese).toHaveBeenCalledTimes(1);
});
