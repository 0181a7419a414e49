'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { styled } from 'styled-components';

interface Props {
  ref?: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/**
 * Looks like BigDesign's Panel, but has no padding at the sides, so that a table reaches the edges.
 * When a control in it disappears while it has the focus, the panel takes the focus: otherwise the
 * next press of Tab would start at the top of the document.
 */
export function ListPanel({ ref, children }: Props) {
  const own = useRef<HTMLElement>(null);
  const panel = ref ?? own;
  const focused = useRef<Element>(undefined);
  useEffect(() => {
    if (focused.current?.isConnected !== false) return;
    focused.current = undefined;
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  });
  return (
    <Panel
      onBlur={() => {
        focused.current = undefined;
      }}
      onFocus={(event) => {
        focused.current = event.target;
      }}
      ref={panel}
      tabIndex={-1}
    >
      {children}
    </Panel>
  );
}

const Panel = styled.section`
  ${theme.shadow.raised}
  background: ${theme.colors.white};
  outline: none;
  padding: ${theme.spacing.xLarge} 0 0;
`;
