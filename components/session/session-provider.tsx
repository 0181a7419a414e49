'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SWRConfig } from 'swr';
import { StatusPage } from '../shell/status-page.tsx';
import { Translations } from '../shell/translations.tsx';
import { AlertsProvider } from '../ui/alerts-provider.tsx';
import { onControlPanelLogout } from './control-panel.ts';
import { SessionContext, type SessionEnd, type SessionState } from './session-context.ts';
import { SessionEnded } from './session-ended.tsx';
import {
  type ClientSession,
  forgetSession,
  keepSession,
  recallSession,
  shareSession,
} from './session-store.ts';

interface Props {
  storeHash: string;
  /** The session that a launch created with this page. */
  initial?: ClientSession | undefined;
  /** BigCommerce's script that reports log-outs; without it they go unnoticed. */
  controlPanelScriptUrl?: string | undefined;
  nonce?: string | undefined;
  children: ReactNode;
}

type State = Pick<SessionState, 'status' | 'session'> & { unsaved?: string | undefined };

const swrOptions = {
  provider: () => new Map(),
  // With a VPN, browsers may report to be offline while the network works, so reads are tried.
  isOnline: () => true,
};

/**
 * Holds the store's session. Once it is over, nothing stays on the screen except what the user
 * typed and did not save; after a log-out not even that.
 */
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
    if (recalled) keepSession(recalled);
    const none = window.top === window ? 'outside' : 'ended';
    setState({ status: recalled ? 'active' : none, session: recalled });
  }, [initial, storeHash]);
  useEffect(shareSession, []);

  const { status, session } = state;
  const latestToken = useRef(session?.token);
  useEffect(() => {
    latestToken.current = session?.token;
  }, [session]);
  // Also after the session has ended, because unsaved text may still be on the screen.
  const isListening = status === 'active' || status === 'ended';
  const unsaved = useRef(new Map<string, string>());
  const rememberUnsaved = useCallback((where: string, text: string | undefined) => {
    if (text === undefined) unsaved.current.delete(where);
    else unsaved.current.set(where, text);
  }, []);
  const end = useCallback(
    (reason: SessionEnd) => {
      forgetSession(storeHash);
      const lost = reason === 'ended' ? [...unsaved.current.values()].join(' ') : '';
      // Several reads may end the session. Only the first finds the unsaved text.
      setState((before) =>
        reason === 'ended' && isOver(before.status)
          ? before
          : { status: reason, session: undefined, unsaved: lost },
      );
    },
    [storeHash],
  );

  useEffect(() => {
    if (!isListening || scriptUrl === undefined) return;
    return onControlPanelLogout({ scriptUrl, nonce }, () => {
      if (latestToken.current !== undefined) logOut(latestToken.current);
      end('logged-out');
    });
  }, [isListening, scriptUrl, nonce, end]);

  const value = useMemo(
    () => ({ storeHash, status, session, end, rememberUnsaved }),
    [storeHash, status, session, end, rememberUnsaved],
  );
  return (
    <SessionContext value={value}>
      <Translations locale={session?.user.locale}>
        {status === 'outside' ? (
          <StatusPage page="home" />
        ) : isOver(status) ? (
          <SessionEnded loggedOut={status === 'logged-out'} unsaved={state.unsaved} />
        ) : (
          <SWRConfig value={swrOptions}>
            <AlertsProvider>{children}</AlertsProvider>
          </SWRConfig>
        )}
      </Translations>
    </SessionContext>
  );
}

function isOver(status: SessionState['status']): boolean {
  return status === 'ended' || status === 'logged-out';
}

/** Ends the session on the server. If that fails, it expires there by itself. */
function logOut(token: string): void {
  fetch('/api/session', {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
    keepalive: true,
  }).catch(() => {});
}
