'use client';

import {
  Button,
  Form,
  FormControlError,
  FormGroup,
  Input,
  Textarea,
} from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { useAlert } from '../alerts/alerts-provider.tsx';
import { ModalButtons, TaskModal } from '../frame/task-modal.tsx';
import { nameProblem } from './form-rules.ts';
import type { Edit } from './pending-changes.ts';

/** Why what was entered could not be saved. */
export interface FormProblem {
  field: 'name' | 'form';
  text: string;
}

interface Props {
  title: string;
  /** What the fields hold at first. */
  draft: Edit;
  /** The segment being renamed. */
  ownId?: string | undefined;
  segments: readonly Segment[];
  problem?: FormProblem | undefined;
  /** Resolves to what is wrong; the form then stays as it is. */
  onSave: (edit: Edit) => Promise<FormProblem | undefined>;
  onClose: () => void;
}

/** Name and description, for a new segment or one that exists. */
export function SegmentFormModal(props: Props) {
  const { title, draft, ownId, segments, onSave, onClose } = props;
  const t = useTranslations('segments.form');
  const showAlert = useAlert();
  const [edit, setEdit] = useState(draft);
  const [problem, setProblem] = useState(props.problem);
  const [saving, setSaving] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const mounted = useRef(false);
  const problemId = useId();

  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  useEffect(() => {
    if (problem) nameInput.current?.focus();
  }, [problem]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    const trimmed = { name: edit.name.trim(), description: edit.description.trim() };
    const wrong = nameProblem(trimmed.name, segments, ownId);
    if (wrong) {
      const text = wrong === 'missing' ? t('nameMissing') : t('nameTaken', { name: trimmed.name });
      setProblem({ field: 'name', text });
      return;
    }
    setSaving(true);
    setProblem(undefined);
    const refused = await onSave(trimmed);
    if (!mounted.current) {
      if (refused) showAlert({ type: 'error', text: refused.text });
      return;
    }
    setSaving(false);
    if (refused) setProblem(refused);
    else onClose();
  };
  const nameError = problem?.field === 'name' ? problem.text : undefined;
  return (
    <TaskModal onClose={onClose} title={title}>
      <Form fullWidth noValidate onSubmit={save}>
        {problem?.field === 'form' && (
          <FormGroup>
            <FormControlError role="alert">{problem.text}</FormControlError>
          </FormGroup>
        )}
        <FormGroup
          errors={
            nameError && (
              <FormControlError id={problemId} role="alert">
                {nameError}
              </FormControlError>
            )
          }
        >
          <Input
            aria-describedby={nameError && problemId}
            aria-invalid={nameError !== undefined}
            autoComplete="off"
            error={nameError}
            label={t('name')}
            onChange={(event) => {
              setEdit({ ...edit, name: event.target.value });
              if (nameError) setProblem(undefined);
            }}
            ref={nameInput}
            aria-required
            value={edit.name}
          />
        </FormGroup>
        <FormGroup>
          <Textarea
            label={t('description')}
            onChange={(event) => setEdit({ ...edit, description: event.target.value })}
            value={edit.description}
          />
        </FormGroup>
        <ModalButtons>
          <Button mobileWidth="auto" onClick={onClose} type="button" variant="subtle">
            {t('cancel')}
          </Button>
          <Button isLoading={saving} mobileWidth="auto" type="submit">
            {t('save')}
          </Button>
        </ModalButtons>
      </Form>
    </TaskModal>
  );
}
