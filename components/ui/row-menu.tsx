'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { styled } from 'styled-components';

interface MenuItem {
  content: string;
  actionType?: 'destructive';
  onItemClick: () => void;
}

interface Props {
  label: string;
  /** The button that opened the menu. */
  toggle: HTMLElement;
  items: readonly MenuItem[];
  onClose: () => void;
}

/**
 * The menu of one row of a table, in the browser's top layer. It takes the place of BigDesign's
 * Dropdown, whose items have the wrong role and which every row would have to render.
 */
export function RowMenu({ label, toggle, items, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    element.showPopover();
    place(element, toggle);
    itemsIn(element)[0]?.focus();
  }, [toggle]);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      const target = event.target instanceof Node ? event.target : null;
      if (!list.current?.contains(target) && !toggle.contains(target)) onClose();
    };
    const follow = () => list.current && place(list.current, toggle);
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    window.addEventListener('scroll', follow);
    window.addEventListener('resize', follow);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      window.removeEventListener('scroll', follow);
      window.removeEventListener('resize', follow);
    };
  }, [toggle, onClose]);

  const close = () => {
    // A dialog that opens next will give the focus back to the element that has it now.
    toggle.focus();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (!moveFocus(event.currentTarget, event.key)) return;
    if (event.key !== 'Tab') event.preventDefault();
  };
  const choose = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <List aria-label={label} onKeyDown={onKeyDown} popover="manual" ref={list} role="menu">
      {items.map(({ content, actionType, onItemClick }) => (
        <button
          data-destructive={actionType === 'destructive' || undefined}
          key={content}
          onClick={choose(onItemClick)}
          role="menuitem"
          tabIndex={-1}
          type="button"
        >
          {content}
        </button>
      ))}
    </List>
  );
}

function itemsIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

function moveFocus(list: HTMLElement, key: string): boolean {
  const all = itemsIn(list);
  const at = all.findIndex((item) => item.matches(':focus'));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (to === undefined) return false;
  all.at(to % all.length)?.focus();
  return true;
}

/**
 * Puts the menu below the button and aligns their right edges, or above it if there is no room
 * below.
 */
function place(list: HTMLElement, toggle: HTMLElement): void {
  const anchor = toggle.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const below = anchor.bottom + height <= window.innerHeight;
  list.style.left = `${Math.max(8, anchor.right - width)}px`;
  list.style.top = `${Math.max(8, below ? anchor.bottom : anchor.top - height)}px`;
}

const List = styled.div`
  ${theme.shadow.floating}
  background: ${theme.colors.white};
  border: 0;
  inset: auto;
  margin: 0;
  min-width: 10rem;
  padding: ${theme.spacing.xSmall} 0;
  position: fixed;

  button {
    background: none;
    border: 0;
    color: ${theme.colors.secondary70};
    cursor: pointer;
    display: block;
    font: inherit;
    min-height: 36px;
    padding: ${theme.spacing.xxSmall} ${theme.spacing.medium};
    text-align: left;
    width: 100%;
  }

  button:is(:hover, :focus-visible) {
    background: ${theme.colors.primary10};
    color: ${theme.colors.primary};
    outline: 2px solid ${theme.colors.primary};
    outline-offset: -2px;
  }

  button[data-destructive]:is(:hover, :focus-visible) {
    background: ${theme.colors.danger10};
    color: ${theme.colors.danger50};
    outline-color: ${theme.colors.danger50};
  }
`;
