'use client';

import { Button, Text } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { isolated } from '@/lib/i18n/shown-text.ts';
import type { CustomerSearch } from '../customers/use-customer-search.ts';
import { useFailureMessage } from '../failures/failure-message.ts';
import { CustomerOption } from './customer-option.tsx';
import { OptionList } from './option-list.ts';

interface Props {
  search: CustomerSearch;
  segmentId: string;
  chosen: readonly Customer[];
  onChoose: (customer: Customer, on: boolean) => void;
}

/** The result of a search: customers to choose from, or why there are none. */
export function FoundCustomerList({ search, segmentId, chosen, onChoose }: Props) {
  const t = useTranslations('adding.search');
  const failureMessage = useFailureMessage();
  const { text, data: found, failure, isBusy, retry } = search;
  const customers = found?.customers ?? [];
  const chosenIds = new Set(chosen.map(({ id }) => id));
  const counted = found && t('found', { count: customers.length, text: isolated(text.trim()) });
  const count = found?.more ? [counted, t('more')].join(' ') : counted;
  return (
    <>
      <Text color="secondary60" marginBottom="xSmall" marginTop="small" role="status">
        {failure ? failureMessage(failure) : isBusy ? t('busy') : count}
      </Text>
      {failure && (
        <Button mobileWidth="auto" onClick={retry} type="button" variant="subtle">
          {t('retry')}
        </Button>
      )}
      {customers.length > 0 && (
        <OptionList aria-busy={isBusy} aria-label={t('results')}>
          {customers.map((customer) => (
            <CustomerOption
              chosen={chosenIds.has(customer.id)}
              customer={customer}
              isIn={customer.segmentIds.includes(segmentId)}
              key={customer.id}
              onChoose={onChoose}
            />
          ))}
        </OptionList>
      )}
    </>
  );
}
