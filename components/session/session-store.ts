import { isRecord } from '@/lib/json/is-record.ts';

/** What the browser keeps of its session. The token is opaque; the rest is for display. */
export interface ClientSession {
  token: string;
  expiresAt: string;
  store: { hash: string; name?: string | undefined; timeZone?: string | undefined };
  user: { id: number; email: string; locale: string };
}

declare global {
  interface Window {
    /** Gives the session of a store to the tabs that this one has opened. */
    sessionOf?: typeof recallSession;
  }
}

// If the browser blocks storage in frames, the session is kept only here, until a reload.
const memory = new Map<string, ClientSession>();

/** Keeps a store's session for this tab, across reloads if the browser allows storage. */
export function keepSession(session: ClientSession): void {
  const { hash } = session.store;
  memory.set(hash, session);
  inStorage((storage) => storage.setItem(storageKey(hash), JSON.stringify(session)));
}

/** The store's session in this tab or in the tab that has opened it. */
export function recallSession(storeHash: string): ClientSession | undefined {
  const kept = memory.get(storeHash);
  if (kept) return kept;
  const stored = inStorage((storage): unknown =>
    JSON.parse(storage.getItem(storageKey(storeHash)) ?? 'null'),
  );
  const found = stored ?? sessionOfOpener(storeHash);
  return isSession(found) && found.store.hash === storeHash ? found : undefined;
}

/** Lets the tabs that this one opens go on with its session. */
export function shareSession(): void {
  window.sessionOf = recallSession;
}

function sessionOfOpener(storeHash: string): unknown {
  try {
    return window.opener?.sessionOf?.(storeHash);
  } catch {
    // The opener is a page of another origin.
    return undefined;
  }
}

export function forgetSession(storeHash: string): void {
  memory.delete(storeHash);
  inStorage((storage) => storage.removeItem(storageKey(storeHash)));
  for (const what of keptForReload) keepForReload(storeHash, what, undefined);
}

/** What is kept over a reload: the text of a form, and the customers chosen to be added. */
const keptForReload = ['form', 'choice'] as const;
type KeptForReload = (typeof keptForReload)[number];

/**
 * Keeps a value for the same user of the store until the page has been loaded again or the session
 * ends. Where the browser blocks storage, nothing is kept.
 * @param value undefined: nothing is kept any more
 */
export function keepForReload(
  storeHash: string,
  what: KeptForReload,
  value: object | undefined,
): void {
  const user = recallSession(storeHash)?.user.id;
  const key = reloadKey(storeHash, what);
  inStorage((storage) => {
    if (value === undefined) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify({ user, value }));
  });
}

/** Returns what was kept, once. */
export function takeAfterReload(storeHash: string, what: KeptForReload): unknown {
  const kept = inStorage((storage): unknown =>
    JSON.parse(storage.getItem(reloadKey(storeHash, what)) ?? 'null'),
  );
  const user = recallSession(storeHash)?.user.id;
  keepForReload(storeHash, what, undefined);
  return isRecord(kept) && kept.user === user ? kept.value : undefined;
}

function storageKey(storeHash: string): string {
  return `customer-segments:${storeHash}`;
}

function reloadKey(storeHash: string, what: KeptForReload): string {
  return `${storageKey(storeHash)}:${what}`;
}

/** Any access to `sessionStorage` throws if the browser blocks third-party storage. */
function inStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.sessionStorage);
  } catch {
    return undefined;
  }
}

function isSession(value: unknown): value is ClientSession {
  return (
    isRecord(value) &&
    typeof value.token === 'string' &&
    typeof value.expiresAt === 'string' &&
    isRecord(value.store) &&
    typeof value.store.hash === 'string' &&
    isRecord(value.user) &&
    typeof value.user.locale === 'string'
  );
}
