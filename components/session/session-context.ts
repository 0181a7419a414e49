'use client';

import { createContext, use } from 'react';
import type { ClientSession } from './session-store.ts';

/** How a session ended: by the server's decision, or because the user logged out of BigCommerce. */
export type SessionEnd = 'ended' | 'logged-out';

/**
 * `restoring`: after a reload of the frame, until the browser's storage has been read. `outside`: in
 * a tab without the control panel, which never had a session.
 */
type SessionStatus = 'restoring' | 'active' | 'outside' | SessionEnd;

export interface SessionState {
  /** The store hash in the address, with or without a session. */
  storeHash: string;
  status: SessionStatus;
  session: ClientSession | undefined;
  end(reason: SessionEnd): void;
  /**
   * Remembers what the user would lose if the session ended now.
   * @param where identifies the form
   * @param text what would be lost, in words; undefined once there is nothing
   */
  rememberUnsaved(where: string, text: string | undefined): void;
}

export const SessionContext = createContext<SessionState>({
  storeHash: '',
  status: 'restoring',
  session: undefined,
  end: () => {},
  rememberUnsaved: () => {},
});

export function useSession(): SessionState {
  return use(SessionContext);
}
