'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
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

type State = Pick<SessionState, 'status' | 'session'>;

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
    const session = recallSession(storeHash);
    setState({ status: session ? 'active' : 'ended', session });
  }, [initial, storeHash]);

  const end = useCallback(
    (reason: SessionEnd) => {
      forgetSession(storeHash);
      setState({ status: reason, session: undefined });
    },
    [storeHash],
  );

  const token = state.session?.token;
  useEffect(() => {
    if (token === undefined || scriptUrl === undefined) return;
    return onControlPanelLogout({ scriptUrl, nonce }, () => {
      logOut(token);
      end('logged-out');
    });
  }, [token, scriptUrl, nonce, end]);

  const value = useMemo(() => ({ ...state, end }), [state, end]);
  const over = state.status === 'ended' || state.status === 'logged-out';
  return (
    <SessionContext value={value}>
      <Translations locale={state.session?.user.locale}>
        {over ? (
          <SessionEnded loggedOut={state.status === 'logged-out'} />
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
