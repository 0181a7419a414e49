'use client';

import { Button, Form, FormGroup, Text } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { LONGEST_COMPANY } from '@/lib/limits/limits.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { InputField } from '../ui/input-field.tsx';
import { Select } from '../ui/select.tsx';
import { retryJob } from './adding-state.ts';
import { DateFields } from './date-fields.tsx';
import { blankDraft, type FilterDraft, filterOf, isSeveral } from './filter-draft.ts';
import { GroupField } from './group-field.tsx';
import type { useAdding } from './use-adding.ts';
import { useCustomerCount } from './use-customer-count.ts';

interface Props {
  adding: ReturnType<typeof useAdding>;
  draft: FilterDraft;
  onDraft: (draft: FilterDraft) => void;
}

/** Adds all customers that match a filter, after showing how many they are. */
export function ByMatch({ adding, draft, onDraft }: Props) {
  const t = useTranslations('adding.match');
  const failureMessage = useFailureMessage();
  const filter = filterOf(draft);
  const count = useCustomerCount(filter);
  const change = (changed: Partial<FilterDraft>) => onDraft({ ...draft, ...changed });
  const total = count.isBusy ? undefined : count.data;

  const status = () => {
    if (count.isBusy) return t('counting');
    if (count.failure) return failureMessage(count.failure);
    return total === undefined ? undefined : t('count', { count: total });
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!filter || !total) return;
    const tally = await adding.start({
      customers: [],
      matching: { filter, offset: 0, count: total },
    });
    if (tally && !retryJob(tally)) onDraft(blankDraft);
  };
  return (
    <Form fullWidth noValidate onSubmit={add}>
      <FormGroup>
        <Select
          label={t('type')}
          onOptionChange={(type) => change({ type })}
          options={[
            { value: 'group', content: t('group') },
            { value: 'company', content: t('company') },
            { value: 'created', content: t('created') },
          ]}
          value={draft.type}
        />
      </FormGroup>
      {draft.type === 'group' && (
        <GroupField onChange={(groupId) => change({ groupId })} value={draft.groupId} />
      )}
      {draft.type === 'company' && (
        <InputField
          autoComplete="off"
          description={t('companyHint')}
          label={t('companyName')}
          maxLength={LONGEST_COMPANY}
          onChange={(event) => change({ company: event.target.value })}
          error={isSeveral(draft) ? t('several') : undefined}
          value={draft.company}
        />
      )}
      {draft.type === 'created' && <DateFields draft={draft} onChange={change} />}
      <Text role="status">{status()}</Text>
      {count.failure && (
        <Button mobileWidth="auto" onClick={count.retry} type="button" variant="subtle">
          {t('retry')}
        </Button>
      )}
      {total !== undefined && total > 0 && (
        <Button disabled={adding.job !== undefined} type="submit">
          <span>{t('submit', { count: total })}</span>
        </Button>
      )}
    </Form>
  );
}
