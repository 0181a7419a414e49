'use client';

import { Button, Form, FormControlError, FormGroup, Input } from '@bigcommerce/big-design';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { confirmsCount } from './confirms-count.ts';
import { ModalButtons, TaskModal } from './task-modal.tsx';

interface Props {
  title: string;
  /** What goes, and what it touches. */
  children: ReactNode;
  /** How many go. The number of several has to be typed. */
  count: number;
  /** What the button says that does it. */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something goes. */
export function ConfirmModal({ title, children, count, action, onConfirm, onClose }: Props) {
  const t = useTranslations('ui.confirm');
  const format = useFormatter();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const errorId = useId();

  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (count === 1 || confirmsCount(typed, count, format.number(count))) return onConfirm();
    setWrong(true);
    input.current?.focus();
  };
  return (
    <TaskModal onClose={onClose} title={title}>
      <Form fullWidth noValidate onSubmit={confirm}>
        {children}
        {count > 1 && (
          <FormGroup
            errors={
              wrong && (
                <FormControlError id={errorId} role="alert">
                  {t('wrong', { count })}
                </FormControlError>
              )
            }
          >
            <Input
              aria-describedby={wrong ? errorId : undefined}
              aria-invalid={wrong}
              autoComplete="off"
              error={wrong && t('wrong', { count })}
              inputMode="numeric"
              label={t('label', { count })}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(false);
              }}
              ref={input}
              aria-required
              value={typed}
            />
          </FormGroup>
        )}
        <ModalButtons>
          <Button mobileWidth="auto" onClick={onClose} type="button" variant="subtle">
            {t('cancel')}
          </Button>
          <Button actionType="destructive" mobileWidth="auto" type="submit">
            {action}
          </Button>
        </ModalButtons>
      </Form>
    </TaskModal>
  );
}
