'use client';

import { FormControlLabel } from '@bigcommerce/big-design';
import { useId } from 'react';
import { styled } from 'styled-components';
import { NativeSelect } from './native-select.ts';

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; content: string }[];
  onOptionChange: (value: Value) => void;
}

/**
 * A field in which one of several options is chosen. It takes the place of BigDesign's Select, which
 * forgets what was chosen when Escape is pressed, and which can't be used before React has loaded.
 */
export function Select<Value extends string>(props: Props<Value>) {
  const { label, value, options, onOptionChange } = props;
  const id = useId();
  return (
    <div>
      <FormControlLabel htmlFor={id}>{label}</FormControlLabel>
      <WideSelect
        id={id}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onOptionChange(chosen.value);
        }}
        value={value}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.content}
          </option>
        ))}
      </WideSelect>
    </div>
  );
}

const WideSelect = styled(NativeSelect)`
  width: 100%;
`;
