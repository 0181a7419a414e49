import { expect, test } from 'vitest';
import { FakeClock } from '../../testing/fake-clock.ts';
import { StoreRegistry } from './store-state.ts';

test('all callers get the same state of a store', () => {
  const registry = new StoreRegistry();
  expect(registry.get('a')).toBe(registry.get('a'));
  expect(registry.get('a')).not.toBe(registry.get('b'));
});

test('beyond its capacity the registry forgets the idle store that was used longest ago', async () => {
  const registry = new StoreRegistry({ clock: new FakeClock(), capacity: 2 });
  const busy = registry.get('busy');
  const idle = registry.get('idle');
  const claim = {
    pool: 'other',
    lane: 'interactive',
    priority: 'single',
    deadline: Number.POSITIVE_INFINITY,
  } as const;
  await busy.limiter.acquire({ ...claim, turn: busy.limiter.turn() });
  registry.get('new');
  expect(registry.size).toBe(2);
  expect(registry.get('busy')).toBe(busy);
  expect(registry.get('idle')).not.toBe(idle);
});

test('a store that was busy when there were too many is forgotten as soon as it is idle', async () => {
  const registry = new StoreRegistry({ clock: new FakeClock(), capacity: 2 });
  const claim = {
    pool: 'other',
    lane: 'interactive',
    priority: 'single',
    deadline: Number.POSITIVE_INFINITY,
  } as const;
  const permits = await Promise.all(
    ['a', 'b', 'c', 'd'].map((key) => registry.get(key).limiter.acquire({ ...claim, turn: 0 })),
  );
  expect(registry.size).toBe(4);
  for (const permit of permits) permit.release({ type: 'unanswered' });
  registry.get('d');
  expect(registry.size).toBe(2);
});

test("the offset to the store's clock is read from the Date header, which stands for the middle of its second", () => {
  const clock = new FakeClock(1_700_000_000_000);
  const state = new StoreRegistry({ clock }).get('a');
  state.learnClock(new Date(1_700_000_060_000).toUTCString(), clock.now());
  expect(state.clockOffsetMs).toBe(60_500);
  state.learnClock('nonsense', clock.now());
  expect(state.clockOffsetMs).toBe(60_500);
});

test('known segments stay the same set until an answer shows a new one', () => {
  const state = new StoreRegistry().get('a');
  state.rememberSegments(['1', '2']);
  const known = state.knownSegments;
  state.rememberSegments(['2', '1']);
  expect(state.knownSegments).toBe(known);
  state.rememberSegments(['2', '3']);
  expect([...known]).toEqual(['1', '2']);
  expect([...state.knownSegments]).toEqual(['1', '2', '3']);
});

test('a batch cap only goes down', () => {
  const cap = new StoreRegistry().get('a').batchCap('create', 10);
  cap.lower(5);
  cap.lower(7);
  expect(cap.get()).toBe(5);
});
