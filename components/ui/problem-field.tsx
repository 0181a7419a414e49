'use client';

import { FormControlError, FormGroup, Input } from '@bigcommerce/big-design';
import { type ComponentProps, useId } from 'react';

interface Props extends ComponentProps<typeof Input> {
  /** What is wrong with what was entered. */
  problem: string | undefined;
}

/** A field that says below it what is wrong. */
export function ProblemField({ problem, ...input }: Props) {
  const problemId = useId();
  return (
    <FormGroup
      errors={
        problem && (
          <FormControlError id={problemId} role="alert">
            {problem}
          </FormControlError>
        )
      }
    >
      <Input
        aria-describedby={problem && problemId}
        aria-invalid={problem !== undefined}
        error={problem}
        {...input}
      />
    </FormGroup>
  );
}
