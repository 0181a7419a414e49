'use client';

import { CheckCircleIcon, CloseIcon, ErrorIcon, WarningIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { memo, useEffect, useState } from 'react';
import { styled } from 'styled-components';
import { Notice, type NoticeType } from './notice.ts';

export interface Alert {
  type: NoticeType;
  text: string;
}

const successStaysMs = 8_000;

interface Props {
  alert: Alert;
  id: number;
  closeLabel: string;
  onClose: (id: number) => void;
}

/**
 * One alert. A success closes by itself, unless the pointer or the focus is on it. Other alerts
 * stay until the user closes them.
 */
export const AlertCard = memo(function AlertCard({ alert, id, closeLabel, onClose }: Props) {
  const [isHeld, setHeld] = useState(false);
  const closesItself = alert.type === 'success' && !isHeld;
  useEffect(() => {
    if (!closesItself) return;
    const timer = setTimeout(() => onClose(id), successStaysMs);
    return () => clearTimeout(timer);
  }, [closesItself, id, onClose]);
  return (
    <Card
      $type={alert.type}
      as="article"
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

const Card = styled(Notice)`
  ${theme.shadow.floating}
  align-items: start;
  background: ${theme.colors.white};
  display: grid;
  gap: ${theme.spacing.small};
  grid-template-columns: auto 1fr auto;
  margin-bottom: ${theme.spacing.small};
  padding: ${theme.spacing.medium};

  @media (forced-colors: active) {
    border: 1px solid CanvasText;
  }

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
