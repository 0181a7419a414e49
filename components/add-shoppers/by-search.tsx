'use client';

import { Button, Input } from '@bigcommerce/big-design';
import { SearchIcon } from '@bigcommerce/big-design-icons';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useCustomerSearch } from '../customers/use-customer-search.ts';
import { identityOf } from './adding-state.ts';
import { afterAdding } from './after-adding.ts';
import { ChosenCustomers } from './chosen-customers.tsx';
import { FoundCustomerList } from './found-customer-list.tsx';
import type { useAdding } from './use-adding.ts';

interface Props {
  adding: ReturnType<typeof useAdding>;
  segmentId: string;
}

/** Adds customers that the user has found by name or email address and chosen one by one. */
export function BySearch({ adding, segmentId }: Props) {
  const { chosen, job, ended, choose, start } = adding;
  const t = useTranslations('adding');
  const search = useCustomerSearch();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  // The job's outcome updates what was found, without another search.
  const { change } = search;
  useEffect(() => {
    if (ended) change((found) => found && afterAdding(found, ended, segmentId));
  }, [ended, segmentId, change]);

  const add = () => start({ customers: chosen.map(identityOf) });
  return (
    <>
      <search>
        <Input
          autoComplete="off"
          description={t('search.hint')}
          dir="auto"
          iconLeft={searchIcon}
          label={t('search.label')}
          onChange={(event) => search.setText(event.target.value)}
          ref={input}
          type="search"
          value={search.text}
        />
      </search>
      <FoundCustomerList chosen={chosen} onChoose={choose} search={search} segmentId={segmentId} />
      {chosen.length > 0 && (
        <>
          <ChosenCustomers
            chosen={chosen}
            onEmptied={() => input.current?.focus()}
            onRemove={(customer) => choose(customer, false)}
          />
          <Button disabled={job !== undefined} onClick={add} type="button">
            <span>{t('chosen.submit', { count: chosen.length })}</span>
          </Button>
        </>
      )}
    </>
  );
}

const searchIcon = <SearchIcon color="secondary60" />;
