'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { styled } from 'styled-components';

interface Props<Id extends string> {
  label: string;
  tabs: readonly { id: Id; text: string; content: ReactNode }[];
  active: Id;
  onChange: (id: Id) => void;
}

/**
 * BigDesign's tabs know no arrow keys, and Tab never reaches the one that is active. What is in the
 * others stays as it is.
 */
export function Tabs<Id extends string>({ label, tabs, active, onChange }: Props<Id>) {
  const baseId = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.findIndex(({ id }) => id === active);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (!next) return;
    event.preventDefault();
    onChange(next.id);
    document.getElementById(`${baseId}-${next.id}`)?.focus();
  };
  return (
    <>
      <TabList aria-label={label} onKeyDown={onKeyDown} role="tablist">
        {tabs.map(({ id, text }) => (
          <button
            aria-controls={`${baseId}-${id}-panel`}
            aria-selected={id === active}
            id={`${baseId}-${id}`}
            key={id}
            onClick={() => onChange(id)}
            role="tab"
            tabIndex={id === active ? 0 : -1}
            type="button"
          >
            {text}
          </button>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <div
          aria-labelledby={`${baseId}-${id}`}
          hidden={id !== active}
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

  button:focus-visible {
    outline: 2px solid ${theme.colors.primary};
    outline-offset: -2px;
  }
`;
