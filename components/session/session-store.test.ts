import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClientSession } from './session-store.ts';

const session: ClientSession = {
  token: 'a'.repeat(43),
  expiresAt: '2026-01-01T00:00:00Z',
  store: { hash: 'abc' },
  user: { id: 1, email: 'owner@example.com', locale: 'de' },
};

let items: Map<string, string>;

beforeEach(() => {
  items = new Map();
  vi.stubGlobal('window', {
    sessionStorage: {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
      removeItem: (key: string) => items.delete(key),
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

/** Loads the module anew, as a page load does, with nothing in its memory. */
async function load() {
  vi.resetModules();
  return import('./session-store.ts');
}

test('a session survives a reload of the frame', async () => {
  (await load()).keepSession(session);
  expect((await load()).recallSession('abc')).toEqual(session);
});

test('each store has a session of its own', async () => {
  const { keepSession, recallSession, forgetSession } = await load();
  const other = { ...session, token: 'b'.repeat(43), store: { hash: 'xyz' } };
  keepSession(session);
  keepSession(other);
  expect(recallSession('abc')?.token).toBe(session.token);
  expect(recallSession('xyz')?.token).toBe(other.token);
  forgetSession('abc');
  expect(recallSession('abc')).toBeUndefined();
  expect(recallSession('xyz')).toEqual(other);
});

test('a forgotten session is removed from storage, too', async () => {
  const { keepSession, forgetSession } = await load();
  keepSession(session);
  forgetSession('abc');
  expect((await load()).recallSession('abc')).toBeUndefined();
});

test('if the browser blocks storage, the session is kept in memory', async () => {
  vi.stubGlobal('window', {
    get sessionStorage(): Storage {
      throw new Error('The operation is insecure.');
    },
  });
  const { keepSession, recallSession, forgetSession } = await load();
  keepSession(session);
  expect(recallSession('abc')).toEqual(session);
  forgetSession('abc');
  expect(recallSession('abc')).toBeUndefined();
});

test.each([
  'nonsense',
  '{"token":1}',
  'null',
  JSON.stringify({ ...session, store: { hash: 'x' } }),
])('stored %s is no session', async (stored) => {
  items.set('customer-segments:abc', stored);
  expect((await load()).recallSession('abc')).toBeUndefined();
});
