'use client';

import { Button, FormGroup, Text } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import { shownName } from '@/lib/i18n/shown-text.ts';
import { useCustomerGroups } from '../customers/use-customer-groups.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { Select } from '../ui/select.tsx';

interface Props {
  /** The id of a group, or empty. */
  value: string;
  onChange: (groupId: string) => void;
}

/** A choice among the store's customer groups, or the reason why there is none. */
export function GroupField({ value, onChange }: Props) {
  const t = useTranslations('adding.match');
  const failureMessage = useFailureMessage();
  const { data: groups, failure, retry } = useCustomerGroups();

  if (groups && groups.length > 0) {
    const options = groups.map(({ id, name }) => ({ value: String(id), content: shownName(name) }));
    return (
      <FormGroup>
        <Select
          label={t('groupName')}
          onOptionChange={onChange}
          options={[{ value: '', content: t('chooseGroup') }, ...options]}
          value={value}
        />
      </FormGroup>
    );
  }
  const hint = groups ? t('noGroups') : t('loadingGroups');
  return (
    <>
      <Text role="status">{failure && !groups ? failureMessage(failure) : hint}</Text>
      {failure && !groups && (
        <Button mobileWidth="auto" onClick={retry} type="button" variant="subtle">
          {t('retry')}
        </Button>
      )}
    </>
  );
}
