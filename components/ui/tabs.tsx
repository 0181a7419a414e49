'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { styled } from 'styled-components';

interface Props<Id extends string> {
  'aria-label': string;
  items: readonly { id: Id; title: string; content: ReactNode }[];
  activeTab: Id;
  /** Called when a tab is chosen by mouse or keyboard. */
  onTabClick: (id: Id) => void;
}

/**
 * Takes the place of BigDesign's Tabs, which ignore the arrow keys and whose active tab can't be
 * reached by Tab. The content of the other tabs is hidden and keeps its state.
 */
export function Tabs<Id extends string>(props: Props<Id>) {
  const { 'aria-label': label, items, activeTab, onTabClick } = props;
  const baseId = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = items.findIndex(({ id }) => id === activeTab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : items.at(to % items.length);
    if (!next) return;
    event.preventDefault();
    onTabClick(next.id);
    document.getElementById(`${baseId}-${next.id}`)?.focus();
  };
  return (
    <>
      <TabList aria-label={label} onKeyDown={onKeyDown} role="tablist">
        {items.map(({ id, title }) => (
          <button
            aria-controls={`${baseId}-${id}-panel`}
            aria-selected={id === activeTab}
            id={`${baseId}-${id}`}
            key={id}
            onClick={() => onTabClick(id)}
            role="tab"
            tabIndex={id === activeTab ? 0 : -1}
            type="button"
          >
            {title}
          </button>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <div
          aria-labelledby={`${baseId}-${id}`}
          hidden={id !== activeTab}
          id={`${baseId}-${id}-panel`}
          key={id}
          role="tabpanel"
        >
          {content}
        </div>
      ))}
    </>
  );
}

const TabList = styled.div`
  border-bottom: 1px solid ${theme.colors.secondary30};
  display: flex;
  flex-wrap: wrap;

  button {
    background: none;
    border: 0;
    border-bottom: 4px solid transparent;
    border-radius: 0;
    color: ${theme.colors.primary};
    cursor: pointer;
    font: inherit;
    min-height: 40px;
    padding: 0 ${theme.spacing.small};
  }

  button[aria-selected='true'] {
    border-bottom-color: ${theme.colors.primary40};
    color: ${theme.colors.secondary70};
  }

  @media (forced-colors: active) {
    button {
      border-bottom-color: Canvas;
    }

    button[aria-selected='true'] {
      border-bottom-color: Highlight;
    }
  }

  button:focus-visible {
    outline: 2px solid ${theme.colors.primary};
    outline-offset: -2px;
  }
`;
