'use client';

import { CheckCircleIcon, CloseIcon, ErrorIcon, WarningIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { memo, useEffect, useState } from 'react';
import { styled } from 'styled-components';

export interface Alert {
  type: 'success' | 'warning' | 'error';
  text: string;
}

const successStaysMs = 8_000;

interface Props {
  alert: Alert;
  id: number;
  closeLabel: string;
  onClose: (id: number) => void;
}

/** One alert. Success goes by itself, though not under the pointer or focus; the rest stays. */
export const AlertCard = memo(function AlertCard({ alert, id, closeLabel, onClose }: Props) {
  const [held, setHeld] = useState(false);
  const goes = alert.type === 'success' && !held;
  useEffect(() => {
    if (!goes) return;
    const timer = setTimeout(() => onClose(id), successStaysMs);
    return () => clearTimeout(timer);
  }, [goes, id, onClose]);
  return (
    <Card
      $type={alert.type}
      onBlur={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {icons[alert.type]}
      <span>{alert.text}</span>
      <button aria-label={closeLabel} onClick={() => onClose(id)} type="button">
        <CloseIcon size="large" />
      </button>
    </Card>
  );
});

const icons = {
  success: <CheckCircleIcon color="success" />,
  warning: <WarningIcon color="warning50" />,
  error: <ErrorIcon color="danger" />,
};

const Card = styled.article<{ $type: Alert['type'] }>`
  ${theme.shadow.floating}
  align-items: start;
  background: ${theme.colors.white};
  border-left: 4px solid
    ${({ theme, $type }) =>
      ({
        success: theme.colors.success,
        warning: theme.colors.warning50,
        error: theme.colors.danger,
      })[$type]};
  color: ${theme.colors.secondary70};
  display: grid;
  gap: ${theme.spacing.small};
  grid-template-columns: auto 1fr auto;
  margin-bottom: ${theme.spacing.small};
  overflow-wrap: anywhere;
  padding: ${theme.spacing.medium};

  span {
    font-size: ${theme.typography.fontSize.medium};
    line-height: ${theme.lineHeight.medium};
  }

  button {
    background: none;
    border: 0;
    border-radius: ${theme.borderRadius.normal};
    color: inherit;
    cursor: pointer;
    min-height: 24px;
    min-width: 24px;
    padding: 0;
  }

  button:focus-visible {
    outline: 2px solid ${theme.colors.primary};
  }
`;
