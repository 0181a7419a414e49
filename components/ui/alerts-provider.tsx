'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { styled } from 'styled-components';
import { type Alert, AlertCard } from './alert-card.tsx';
import { useClearOfFocus } from './use-clear-of-focus.ts';

type ShowAlert = (alert: Alert) => void;

const ShowAlertContext = createContext<ShowAlert>(() => {});

/** Alerts are below the page's primary action, which the user may need again at once. */
const fromTop = 60;

/** Returns a function that shows an alert at the right. Screen readers announce it politely. */
export function useAlert(): ShowAlert {
  return use(ShowAlertContext);
}

/**
 * Takes the place of BigDesign's AlertsManager, which interrupts screen readers and whose close
 * button has no name. The region is there before the first alert: otherwise that one would not be
 * announced. The latest alert is on top; Escape closes it. The others wait below it, where they
 * scroll, so that most of the page stays free.
 */
export function AlertsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('ui.alerts');
  const [alerts, setAlerts] = useState<readonly (Alert & { id: number })[]>([]);
  const lastId = useRef(0);
  const show = useCallback((alert: Alert) => {
    lastId.current += 1;
    const id = lastId.current;
    setAlerts((shown) => [{ ...alert, id }, ...shown.filter(({ text }) => text !== alert.text)]);
  }, []);
  const close = useCallback(
    (id: number) => setAlerts((shown) => shown.filter((alert) => alert.id !== id)),
    [],
  );
  const region = useRef<HTMLElement>(null);
  const edge = useClearOfFocus(region, { isShown: alerts.length > 0, fromTop });

  const latest = alerts[0]?.id;
  useEffect(() => {
    if (latest === undefined) return;
    const closeLatest = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isTaken(event)) close(latest);
    };
    // Before a dialog or a menu has closed: the same Escape must not close an alert, too.
    window.addEventListener('keydown', closeLatest, { capture: true });
    return () => window.removeEventListener('keydown', closeLatest, { capture: true });
  }, [latest, close]);

  // The button that closed an alert is gone, so the next one takes the focus, or what had it before.
  const focusedBefore = useRef<Element>(null);
  const closeByButton = useCallback(
    (id: number) => {
      const buttons = [...(region.current?.querySelectorAll('button') ?? [])];
      const at = buttons.findIndex((button) => button.matches(':focus'));
      const next = buttons[at + 1] ?? buttons[at - 1] ?? focusedBefore.current;
      if (at >= 0 && next instanceof HTMLElement) next.focus();
      close(id);
    },
    [close],
  );
  return (
    <ShowAlertContext value={show}>
      {children}
      <Region
        aria-label={t('region')}
        data-edge={edge}
        onFocus={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) focusedBefore.current = relatedTarget;
        }}
        ref={region}
      >
        <div aria-live="polite" role="status">
          {alerts.map((alert) => (
            <AlertCard
              alert={alert}
              closeLabel={t('close')}
              id={alert.id}
              key={alert.id}
              onClose={closeByButton}
            />
          ))}
        </div>
      </Region>
    </ShowAlertContext>
  );
}

/** Whether something other than an alert is closed or emptied by this Escape. */
function isTaken({ target, isComposing }: KeyboardEvent): boolean {
  if (isComposing || !(target instanceof Element)) return isComposing;
  const isSearch = target instanceof HTMLInputElement && target.type === 'search' && target.value;
  return Boolean(isSearch) || target.closest('[role=dialog], [role=menu]') !== null;
}

const Region = styled.section`
  max-height: 40dvh;
  max-width: min(28.5rem, calc(100vw - 2rem));
  overflow-y: auto;
  padding: ${theme.spacing.medium};
  position: fixed;
  right: 0;
  top: 0;
  z-index: ${theme.zIndex.fixed};

  box-sizing: border-box;

  @media (min-width: 720px) and (min-height: 480px) {
    top: ${fromTop}px;
  }

  &[data-edge='bottom'] {
    bottom: 0;
    top: auto;
  }

  /* Those that wait take one line each, until they are looked at. */
  article:not(:first-child, :hover, :focus-within) > span {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    display: -webkit-box;
    overflow: hidden;
  }

  &:not(:has(article)) {
    pointer-events: none;
  }
`;
