'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { type Alert, AlertCard } from './alert-card.tsx';

type ShowAlert = (alert: Alert) => void;

const ShowAlertContext = createContext<ShowAlert>(() => {});

/** Returns a function that shows an alert at the top right. Screen readers announce it politely. */
export function useAlert(): ShowAlert {
  return use(ShowAlertContext);
}

/**
 * Takes the place of BigDesign's AlertsManager, which interrupts screen readers and whose close
 * button has no name. The region is there before the first alert: otherwise that one would not be
 * announced.
 */
export function AlertsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('ui.alerts');
  const [alerts, setAlerts] = useState<readonly (Alert & { id: number })[]>([]);
  const lastId = useRef(0);
  const show = useCallback((alert: Alert) => {
    lastId.current += 1;
    const id = lastId.current;
    setAlerts((shown) => [...shown.filter(({ text }) => text !== alert.text), { ...alert, id }]);
  }, []);
  const close = useCallback(
    (id: number) => setAlerts((shown) => shown.filter((alert) => alert.id !== id)),
    [],
  );
  return (
    <ShowAlertContext value={show}>
      {children}
      <Region aria-label={t('region')}>
        <div aria-live="polite" role="status">
          {alerts.map((alert) => (
            <AlertCard
              alert={alert}
              closeLabel={t('close')}
              id={alert.id}
              key={alert.id}
              onClose={close}
            />
          ))}
        </div>
      </Region>
    </ShowAlertContext>
  );
}

const Region = styled.section`
  max-height: calc(100% - 60px);
  max-width: min(28.5rem, calc(100vw - 2rem));
  overflow-y: auto;
  padding: ${theme.spacing.medium};
  position: fixed;
  right: 0;
  top: 0;
  z-index: ${theme.zIndex.fixed};

  /* Below the page's primary action, which the user may need again at once. */
  ${theme.breakpoints.tablet} {
    top: 60px;
  }

  &:not(:has(article)) {
    pointer-events: none;
  }
`;
