'use client';

import { SearchIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import { styled } from 'styled-components';

interface Props {
  label: string;
  value: string;
  disabled?: boolean;
  onChange: (search: string) => void;
  ref?: RefObject<HTMLInputElement | null>;
}

/**
 * Looks like BigDesign's Input, but does not load the code of all other kinds of fields. The
 * browser keeps the text, so that a keystroke does not render the field again.
 */
export function SearchField({ label, value, disabled = false, onChange, ref }: Props) {
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const input = ref ?? own;
  const atFirst = useRef(value);
  const shown = useRef(value);
  // The field can be used before React has loaded. What the user has typed until then counts.
  useEffect(() => {
    const typed = input.current?.value;
    if (typed !== undefined && typed !== atFirst.current) onChange(typed);
  }, [input, onChange]);
  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    if (input.current && input.current.value !== value) input.current.value = value;
  }, [input, value]);
  return useMemo(
    () => (
      <Search role="search">
        <label htmlFor={id}>{label}</label>
        {/* A form, because React hydrates it even if a browser extension has put elements after the
            field. Its method sends nothing. */}
        <form method="dialog">
          {searchIcon}
          <input
            autoComplete="off"
            defaultValue={atFirst.current}
            dir="auto"
            disabled={disabled}
            id={id}
            onChange={(event) => onChange(event.target.value)}
            ref={input}
            type="search"
          />
        </form>
      </Search>
    ),
    [disabled, id, input, label, onChange],
  );
}

const searchIcon = <SearchIcon color="secondary60" />;

const Search = styled.div`
  color: ${theme.colors.secondary70};
  max-width: 32rem;
  padding: 0 ${theme.spacing.medium};

  ${theme.breakpoints.tablet} {
    padding-inline: ${theme.spacing.xLarge};
  }

  label {
    cursor: pointer;
    display: inline-block;
    font-weight: ${theme.typography.fontWeight.semiBold};
    line-height: ${theme.lineHeight.medium};
    margin-bottom: ${theme.spacing.xxSmall};
  }

  form {
    align-items: center;
    background: ${theme.colors.white};
    border: ${theme.border.box};
    border-radius: ${theme.borderRadius.normal};
    box-sizing: border-box;
    display: flex;
    min-height: 36px;
    padding-left: ${theme.spacing.xSmall};
  }

  form:hover {
    border-color: ${theme.colors.secondary40};
  }

  form:focus-within {
    border-color: ${theme.colors.primary};
    box-shadow: 0 0 0 4px ${theme.colors.primary20};
  }

  input {
    background: none;
    border: 0;
    color: inherit;
    flex: 1;
    font: inherit;
    min-height: 34px;
    min-width: 0;
    outline: none;
    padding: 0 0 0 ${theme.spacing.xxSmall};
  }
`;
