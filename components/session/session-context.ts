'use client';

import { createContext, use } from 'react';
import type { ClientSession } from './session-store.ts';

/** Why a session is over. */
export type SessionEnd = 'ended' | 'logged-out';

/** `restoring`: after a reload of the frame, until the browser's storage has been looked at. */
type SessionStatus = 'restoring' | 'active' | SessionEnd;

export interface SessionState {
  /** The store that the address names, whether or not there is a session. */
  storeHash: string;
  status: SessionStatus;
  session: ClientSession | undefined;
  end(reason: SessionEnd): void;
  /**
   * Remembers what the user would lose if the session ended now.
   * @param where tells one form from another
   * @param text undefined once there is nothing to lose
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
