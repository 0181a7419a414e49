'use client';

import { Button, FormGroup, Text } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import useSWR from 'swr';
import { retryRead } from '../api-client/retry-read.ts';
import { useReader } from '../api-client/use-reader.ts';
import { groupsIn } from '../customers/customer-json.ts';
import { clientFailure } from '../failures/client-failure.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { useSession } from '../session/session-context.ts';
import { Select } from '../ui/select.tsx';

interface Props {
  /** The id of a group, or empty. */
  value: string;
  onChange: (groupId: string) => void;
}

/** One of the store's customer groups, or why there is none to choose. */
export function GroupField({ value, onChange }: Props) {
  const t = useTranslations('adding.match');
  const failureMessage = useFailureMessage();
  const { session } = useSession();
  const key = session ? `/api/customer-groups?store=${session.store.hash}` : null;
  const {
    data: groups,
    error,
    mutate,
  } = useSWR(key, useReader(groupsIn), { onErrorRetry: retryRead });

  if (groups && groups.length > 0) {
    const options = groups.map(({ id, name }) => ({ value: String(id), content: name }));
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
  const said = groups ? t('noGroups') : t('loadingGroups');
  return (
    <>
      <Text role="status">{error && !groups ? failureMessage(clientFailure(error)) : said}</Text>
      {error && !groups && (
        <Button mobileWidth="auto" onClick={() => mutate()} type="button" variant="subtle">
          {t('retry')}
        </Button>
      )}
    </>
  );
}
