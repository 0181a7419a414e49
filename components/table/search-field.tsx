'use client';

import { Input } from '@bigcommerce/big-design';
import { SearchIcon } from '@bigcommerce/big-design-icons';
import { theme } from '@bigcommerce/big-design-theme';
import { useEffect, useMemo, useRef } from 'react';
import { styled } from 'styled-components';

interface Props {
  label: string;
  value: string;
  disabled?: boolean;
  onChange: (search: string) => void;
}

/** The browser holds the text, so that a keystroke does not render the field again. */
export function SearchField({ label, value, disabled = false, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const atFirst = useRef(value);
  const shown = useRef(value);
  // The field is on the screen before React is: what was typed until then counts.
  useEffect(() => {
    const typed = input.current?.value;
    if (typed !== undefined && typed !== atFirst.current) onChange(typed);
  }, [onChange]);
  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    if (input.current && input.current.value !== value) input.current.value = value;
  }, [value]);
  return useMemo(
    () => (
      <Search role="search">
        <Input
          autoComplete="off"
          defaultValue={atFirst.current}
          disabled={disabled}
          iconLeft={searchIcon}
          label={label}
          onChange={(event) => onChange(event.target.value)}
          ref={input}
          type="search"
        />
      </Search>
    ),
    [disabled, label, onChange],
  );
}

const searchIcon = <SearchIcon color="secondary60" />;

const Search = styled.div`
  max-width: 32rem;
  padding: 0 ${theme.spacing.medium};

  ${theme.breakpoints.tablet} {
    padding-inline: ${theme.spacing.xLarge};
  }
`;
