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
import { isolated } from '@/lib/i18n/shown-text.ts';
import { SEGMENT_TEXT_LENGTH } from '@/lib/limits/limits.ts';
import { useSession } from '../session/session-context.ts';
import { useAlert } from '../ui/alerts-provider.tsx';
import { ModalButtons, TaskModal } from '../ui/task-modal.tsx';
import { type FieldProblem, fieldProblem } from './form-rules.ts';
import { useKeptForm } from './kept-form.ts';
import type { SegmentEdit } from './segment-changes.ts';
import { useUnsavedText } from './use-unsaved-text.ts';

/** Why what was entered could not be saved. */
export interface FormProblem {
  field: FieldProblem['field'] | 'form';
  text: string;
  /** The text says to load the page again. */
  advisesReload?: boolean;
}

interface Props {
  title: string;
  /** The segment being renamed; undefined for a new one. */
  own?: Segment | undefined;
  /** What the fields hold at first, if not the saved texts. */
  draft?: SegmentEdit | undefined;
  segments: readonly Segment[];
  problem?: FormProblem | undefined;
  /** Resolves to a problem, with which the form stays open, or to undefined, which closes it. */
  onSave: (edit: SegmentEdit) => Promise<FormProblem | undefined>;
  onClose: () => void;
}

const nothing: SegmentEdit = { name: '', description: '' };

/** A form for the name and description of a new segment or an existing one. */
export function SegmentFormModal(props: Props) {
  const { title, own, draft = own ?? nothing, segments, onSave, onClose } = props;
  const t = useTranslations('segments.form');
  const showAlert = useAlert();
  const { rememberUnsaved } = useSession();
  const unsavedText = useUnsavedText();
  const [edit, setEdit] = useState<SegmentEdit>(draft);
  const [problem, setProblem] = useState(props.problem);
  const [saving, setSaving] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const descriptionInput = useRef<HTMLTextAreaElement>(null);
  const mounted = useRef(false);
  const formId = useId();
  const problemId = useId();

  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const unsaved = unsavedText(edit, own ?? nothing);
  useEffect(() => {
    rememberUnsaved(formId, unsaved);
    return () => rememberUnsaved(formId, undefined);
  }, [formId, unsaved, rememberUnsaved]);
  const isReopened = props.draft !== undefined && props.problem === undefined;
  useKeptForm({ id: own?.id, ...edit }, isReopened || problem?.advisesReload === true);
  useEffect(() => {
    const field = problem?.field === 'description' ? descriptionInput : nameInput;
    if (problem) field.current?.focus();
  }, [problem]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    const trimmed = { name: edit.name.trim(), description: edit.description.trim() };
    const wrong = fieldProblem(trimmed, segments, own?.id);
    if (wrong) {
      const text = t(wrong.reason, { name: isolated(trimmed.name), limit: SEGMENT_TEXT_LENGTH });
      setProblem({ field: wrong.field, text });
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
  const change = (field: 'name' | 'description', text: string) => {
    setEdit({ ...edit, [field]: text });
    if (problem?.field === field) setProblem(undefined);
  };
  /** Props for a field's value and error. It is read-only while saving: new text would be lost. */
  const propsOf = (field: 'name' | 'description') => {
    const error = problem?.field === field ? problem.text : undefined;
    return {
      'aria-describedby': error && problemId,
      'aria-invalid': error !== undefined,
      error,
      readOnly: saving,
      value: edit[field],
    };
  };
  const errorsOf = (field: 'name' | 'description') =>
    problem?.field === field && (
      <FormControlError id={problemId} role="alert">
        {problem.text}
      </FormControlError>
    );
  return (
    <TaskModal header={title} onClose={onClose}>
      <Form fullWidth noValidate onSubmit={save}>
        {problem?.field === 'form' && (
          <FormGroup>
            <FormControlError role="alert">{problem.text}</FormControlError>
          </FormGroup>
        )}
        <FormGroup errors={errorsOf('name')}>
          <Input
            {...propsOf('name')}
            aria-required
            autoComplete="off"
            dir="auto"
            label={t('name')}
            onChange={(event) => change('name', event.target.value)}
            ref={nameInput}
          />
        </FormGroup>
        <FormGroup errors={errorsOf('description')}>
          <Textarea
            {...propsOf('description')}
            dir="auto"
            label={t('description')}
            onChange={(event) => change('description', event.target.value)}
            ref={descriptionInput}
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
