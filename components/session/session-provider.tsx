'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SWRConfig } from 'swr';
import { AlertsProvider } from '../alerts/alerts-provider.tsx';
import { Translations } from '../frame/translations.tsx';
import { onControlPanelLogout } from './control-panel.ts';
import { SessionContext, type SessionEnd, type SessionState } from './session-context.ts';
import { SessionEnded } from './session-ended.tsx';
import { type ClientSession, forgetSession, keepSession, recallSession } from './session-store.ts';

interface Props {
  storeHash: string;
  /** The session that this page's launch created, if it was a launch. */
  initial?: ClientSession | undefined;
  /** BigCommerce's script that reports log-outs; without it nobody listens for them. */
  controlPanelScriptUrl?: string | undefined;
  nonce?: string | undefined;
  children: ReactNode;
}

type State = Pick<SessionState, 'status' | 'session'> & { entered?: string | undefined };

const freshCache = { provider: () => new Map() };

/** Holds the store's session. Once it is over nothing of the store stays on the screen. */
export function SessionProvider(props: Props) {
  const { storeHash, initial, controlPanelScriptUrl: scriptUrl, nonce, children } = props;
  const [state, setState] = useState<State>({
    status: initial ? 'active' : 'restoring',
    session: initial,
  });

  useEffect(() => {
    if (initial) {
      keepSession(initial);
      return;
    }
    const recalled = recallSession(storeHash);
    setState({ status: recalled ? 'active' : 'ended', session: recalled });
  }, [initial, storeHash]);

  const { status, session } = state;
  const token = session?.token;
  const entered = useRef<string>(undefined);
  const keepEntered = useCallback((text: string | undefined) => {
    entered.current = text;
  }, []);
  const end = useCallback(
    (reason: SessionEnd) => {
      forgetSession(storeHash);
      setState({ status: reason, session: undefined, entered: entered.current });
    },
    [storeHash],
  );

  useEffect(() => {
    if (token === undefined || scriptUrl === undefined) return;
    return onControlPanelLogout({ scriptUrl, nonce }, () => {
      logOut(token);
      end('logged-out');
    });
  }, [token, scriptUrl, nonce, end]);

  const value = useMemo(
    () => ({ status, session, end, keepEntered }),
    [status, session, end, keepEntered],
  );
  const over = status === 'ended' || status === 'logged-out';
  return (
    <SessionContext value={value}>
      <Translations locale={session?.user.locale}>
        {over ? (
          <SessionEnded entered={state.entered} loggedOut={status === 'logged-out'} />
        ) : (
          <SWRConfig value={freshCache}>
            <AlertsProvider>{children}</AlertsProvider>
          </SWRConfig>
        )}
      </Translations>
    </SessionContext>
  );
}

/** The browser forgets the token whatever comes of this; the server's copy expires by itself. */
function logOut(token: string): void {
  fetch('/api/session', {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
    keepalive: true,
  }).catch(() => {});
}
