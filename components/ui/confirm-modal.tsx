'use client';

import { Button, Form } from '@bigcommerce/big-design';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { confirmsCount } from './confirms-count.ts';
import { InputField } from './input-field.tsx';
import { ModalButtons, TaskModal } from './task-modal.tsx';

interface Props {
  header: string;
  /** Says what would be lost, and what that affects. */
  children: ReactNode;
  /** How many things would be lost. If there are several, the user has to type the number. */
  count: number;
  /** The text of the button that confirms. */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for a confirmation before something is lost. */
export function ConfirmModal({ header, children, count, action, onConfirm, onClose }: Props) {
  const t = useTranslations('ui.confirm');
  const format = useFormatter();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (count === 1 || confirmsCount(typed, count, format.number(count))) return onConfirm();
    setWrong(true);
    input.current?.focus();
  };
  return (
    <TaskModal header={header} onClose={onClose}>
      <Form fullWidth noValidate onSubmit={confirm}>
        {children}
        {count > 1 && (
          <InputField
            aria-required
            autoComplete="off"
            // The list of names above it would get the focus.
            autoFocus
            error={isWrong ? t('wrong', { count }) : undefined}
            inputMode="numeric"
            label={t('label', { count })}
            onChange={(event) => {
              setTyped(event.target.value);
              setWrong(false);
            }}
            ref={input}
            value={typed}
          />
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
