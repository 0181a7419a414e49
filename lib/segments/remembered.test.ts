import { beforeEach, expect, test } from 'vitest';
import {
  eraseInstallation,
  findInstallation,
  saveInstallation,
} from '../installations/installations.ts';
import { describeDatabases } from '../testing/test-database.ts';
import {
  beginChange,
  correctCount,
  forgetCounts,
  rememberCounts,
  rememberedCounts,
} from './remembered-counts.ts';
import { forgetList, rememberedList, rememberList } from './remembered-list.ts';

const T0 = Date.parse('2026-01-01T00:00:00Z');
const takenAt = '2026-01-01T00:00:00.000Z';
const store = { hash: 'abc', generation: 1 };
const vip = { id: 'vip', name: 'VIP', description: '', updatedAt: takenAt };
const old = { ...vip, id: 'old', name: 'Old' };

describeDatabases('what is remembered of a store', (db) => {
  beforeEach(() => install('abc'));

  async function install(storeHash: string) {
    const installation = { accountUuid: 'a', sealedToken: `sealed ${Math.random()}`, scope: [] };
    const seen = await findInstallation(db(), storeHash);
    await saveInstallation(db(), { storeHash, ownerId: 1, ...installation }, seen, T0);
  }

  function count(total: number, askedAt = T0, id = 'vip') {
    return rememberCounts(db(), store, [{ id, total }], askedAt);
  }

  /** A change of 5 ms that leaves so many more shoppers. */
  async function change(difference: number | undefined, endedAt: number, of = store) {
    const startedAt = endedAt - 5;
    await beginChange(db(), of, 'vip', startedAt);
    await correctCount(db(), of, 'vip', { difference, startedAt }, endedAt);
  }

  async function totals(of = store) {
    return (await rememberedCounts(db(), of)).map(({ id, total }) => [id, total]);
  }

  test('counts keep the time when they were asked for', async () => {
    await rememberCounts(
      db(),
      store,
      [
        { id: 'VIP', total: 3 },
        { id: 'old', total: 0 },
      ],
      T0,
    );
    expect(await rememberedCounts(db(), store, ['vip'])).toEqual([
      { id: 'vip', total: 3, takenAt },
    ]);
    expect(await totals()).toEqual(
      expect.arrayContaining([
        ['vip', 3],
        ['old', 0],
      ]),
    );
  });

  test('a count that was asked for earlier does not replace a newer one', async () => {
    await count(5, T0 + 1);
    await count(3);
    expect(await totals()).toEqual([['vip', 5]]);
    await count(6, T0 + 2);
    expect(await totals()).toEqual([['vip', 6]]);
  });

  test('a change corrects the count, and counting that began before it has no effect', async () => {
    await count(5);
    await change(2, T0 + 10);
    await change(-3, T0 + 20);
    await count(5, T0 + 15);
    expect(await totals()).toEqual([['vip', 4]]);
    await count(9, T0 + 21);
    expect(await totals()).toEqual([['vip', 9]]);
  });

  test('a count taken during a change may hold some of it, and is forgotten', async () => {
    await count(5);
    await beginChange(db(), store, 'vip', T0 + 10);
    await count(6, T0 + 9);
    expect(await totals()).toEqual([['vip', 5]]);
    await count(6, T0 + 15);
    expect(await totals()).toEqual([['vip', 6]]);
    await correctCount(db(), store, 'vip', { difference: 3, startedAt: T0 + 10 }, T0 + 20);
    expect(await totals()).toEqual([]);
    await count(8, T0 + 21);
    expect(await totals()).toEqual([['vip', 8]]);
  });

  test('a change with an unknown outcome leaves no count until it is taken again', async () => {
    await count(5);
    await change(undefined, T0 + 10);
    expect(await totals()).toEqual([]);
    await change(1, T0 + 11);
    expect(await totals()).toEqual([]);
    await count(6, T0 + 12);
    expect(await totals()).toEqual([['vip', 6]]);
  });

  test('a change of a segment that nobody has counted only keeps older counts out', async () => {
    await change(1, T0 + 10);
    await count(5);
    expect(await totals()).toEqual([]);
    await count(6, T0 + 11);
    expect(await totals()).toEqual([['vip', 6]]);
  });

  test('deleted segments leave no counts', async () => {
    await count(5);
    await count(1, T0, 'old');
    await forgetCounts(db(), store, ['vip']);
    expect(await totals()).toEqual([['old', 1]]);
  });

  test('a list is good until it is too old', async () => {
    const list = { segments: [vip, old], askedAt: T0 };
    await rememberList(db(), store, list);
    expect(await rememberedList(db(), store, T0)).toEqual(list);
    expect(await rememberedList(db(), store, T0 + 1)).toBeUndefined();
  });

  test('an older list does not replace a newer one', async () => {
    await rememberList(db(), store, { segments: [vip], askedAt: T0 + 1 });
    await rememberList(db(), store, { segments: [old], askedAt: T0 });
    expect((await rememberedList(db(), store, T0))?.segments).toEqual([vip]);
  });

  test('after a change the list is forgotten, and one asked for before is not kept', async () => {
    await rememberList(db(), store, { segments: [vip], askedAt: T0 });
    await forgetList(db(), store, T0 + 10);
    await rememberList(db(), store, { segments: [vip], askedAt: T0 + 5 });
    expect(await rememberedList(db(), store, 0)).toBeUndefined();
    await rememberList(db(), store, { segments: [old], askedAt: T0 + 11 });
    expect((await rememberedList(db(), store, 0))?.segments).toEqual([old]);
  });

  test('stores see nothing of each other', async () => {
    await install('xyz');
    const other = { hash: 'xyz', generation: 1 };
    await count(5);
    await rememberList(db(), store, { segments: [vip], askedAt: T0 });
    expect(await totals(other)).toEqual([]);
    expect(await rememberedList(db(), other, 0)).toBeUndefined();
    await change(1, T0 + 1, other);
    await forgetList(db(), other, T0 + 1);
    await forgetCounts(db(), other, ['vip']);
    expect(await totals()).toEqual([['vip', 5]]);
    expect(await rememberedList(db(), store, 0)).toBeDefined();
  });

  test('a reinstall forgets all, and uninstalling erases all', async () => {
    await count(5);
    await rememberList(db(), store, { segments: [vip], askedAt: T0 });
    await install('abc');
    const again = { ...store, generation: 2 };
    expect(await totals(again)).toEqual([]);
    expect(await rememberedList(db(), again, 0)).toBeUndefined();
    await change(1, T0 + 1, again);
    expect(await totals(again)).toEqual([]);

    const installation = await findInstallation(db(), 'abc');
    if (installation) await eraseInstallation(db(), installation);
    expect(await db().selectFrom('shopper_counts').selectAll().execute()).toEqual([]);
    expect(await db().selectFrom('segment_lists').selectAll().execute()).toEqual([]);
  });
});
