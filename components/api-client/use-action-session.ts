'use client';

import { useCallback } from 'react';
import type { ClientFailure } from '../failures/client-failure.ts';
import { useSession } from '../session/session-context.ts';

interface ActionSession {
  /** The token to call server actions with; undefined without a session. */
  token: string | undefined;
  /** Ends the session here, too, if the failure says that it is over, and returns whether it is. */
  endIfOver: (failure: ClientFailure | undefined) => boolean;
}

/** What a hook that calls server actions needs from the session. */
export function useActionSession(): ActionSession {
  const { session, end } = useSession();
  const endIfOver = useCallback(
    (failure: ClientFailure | undefined) => {
      const isOver = failure?.code === 'session-ended';
      if (isOver) end('ended');
      return isOver;
    },
    [end],
  );
  return { token: session?.token, endIfOver };
}
