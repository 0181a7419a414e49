'use client';

import { Button, Form, FormControlError, FormGroup, Input, Text } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { ModalButtons, TaskModal } from '../frame/task-modal.tsx';
import { confirmsCount } from './form-rules.ts';

const namesShown = 5;

interface Props {
  /** What goes: at least one. */
  segments: readonly Segment[];
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what a deletion takes with it. For several segments their number has to be typed. */
export function DeleteModal({ segments, onConfirm, onClose }: Props) {
  const t = useTranslations('segments.deletion');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const errorId = useId();
  const count = segments.length;

  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (count === 1 || confirmsCount(typed, count)) return onConfirm();
    setWrong(true);
    input.current?.focus();
  };
  return (
    <TaskModal onClose={onClose} title={t('title', { count })}>
      <Form fullWidth noValidate onSubmit={confirm}>
        <Doomed segments={segments} />
        <Text>{t('effect', { count })}</Text>
        {count > 1 && (
          <FormGroup
            errors={
              wrong && (
                <FormControlError id={errorId} role="alert">
                  {t('confirmWrong', { count })}
                </FormControlError>
              )
            }
          >
            <Input
              aria-describedby={wrong ? errorId : undefined}
              aria-invalid={wrong}
              autoComplete="off"
              error={wrong && t('confirmWrong', { count })}
              inputMode="numeric"
              label={t('confirm', { count })}
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
            {t('delete')}
          </Button>
        </ModalButtons>
      </Form>
    </TaskModal>
  );
}

function Doomed({ segments }: Pick<Props, 'segments'>) {
  const t = useTranslations('segments.deletion');
  const [only, ...others] = segments;
  if (only && others.length === 0) return <Text>{t('one', { name: only.name })}</Text>;
  const more = segments.length - namesShown;
  return (
    <>
      <Text marginBottom="xSmall">{t('many', { count: segments.length })}</Text>
      <Names>
        {segments.slice(0, namesShown).map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
        {more > 0 && <li>{t('more', { count: more })}</li>}
      </Names>
    </>
  );
}

const Names = styled.ul`
  color: ${theme.colors.secondary70};
  line-height: ${theme.lineHeight.medium};
  margin: 0 0 ${theme.spacing.medium};
  padding-left: ${theme.spacing.xLarge};
`;
