'use client';

import { FormControlLabel } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useId } from 'react';
import { styled } from 'styled-components';

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange: (value: Value) => void;
}

/** The browser's own choice of one: BigDesign's gives its menu roles that axe objects to. */
export function SelectField<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange } = props;
  const id = useId();
  return (
    <div>
      <FormControlLabel htmlFor={id}>{label}</FormControlLabel>
      <Select
        id={id}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        value={value}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </div>
  );
}

const Select = styled.select`
  background: ${theme.colors.white};
  border: 1px solid ${theme.colors.secondary40};
  border-radius: ${theme.borderRadius.normal};
  color: ${theme.colors.secondary70};
  cursor: pointer;
  font: inherit;
  height: 36px;
  max-width: 100%;
  padding: 0 ${theme.spacing.xSmall};
  width: 100%;

  &:focus-visible {
    outline: 2px solid ${theme.colors.primary};
  }
`;
