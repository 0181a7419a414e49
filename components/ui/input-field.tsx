'use client';

import { FormControlError, FormGroup, Input } from '@bigcommerce/big-design';
import { type ComponentProps, useId } from 'react';

interface Props extends ComponentProps<typeof Input> {
  /** Says what is wrong with the value; undefined if nothing is. */
  error?: string | undefined;
}

/** BigDesign's input with its error below it, which screen readers announce. */
export function InputField({ error, ...input }: Props) {
  const errorId = useId();
  return (
    <FormGroup
      errors={
        error && (
          <FormControlError id={errorId} role="alert">
            {error}
          </FormControlError>
        )
      }
    >
      <Input
        aria-describedby={error && errorId}
        aria-invalid={error !== undefined}
        error={error}
        {...input}
      />
    </FormGroup>
  );
}
