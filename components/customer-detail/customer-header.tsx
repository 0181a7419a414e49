'use client';

import { H1, Text } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import { styled } from 'styled-components';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { isBlank, shownName, shownText } from '@/lib/i18n/shown-text.ts';
import { customerName } from '../customers/customer-name.ts';
import { useCustomerLabel } from '../customers/use-customer-label.ts';
import { HelpLink } from '../segments/help-link.tsx';
import { useListAddress } from '../segments/list-address.ts';
import { BackLink } from '../ui/back-link.tsx';
import { ownDirection } from '../ui/own-direction.ts';

interface Props {
  /** Undefined until it is known. */
  customer?: Customer | undefined;
}

/** The customer's name and email address. */
export function CustomerHeader({ customer }: Props) {
  const t = useTranslations('customer');
  const labelOf = useCustomerLabel();
  // Until the customer is known, there is room for an email address below the name.
  const isNamed = !customer || !isBlank(customer.name);
  const name = customer && customerName(customer);
  return (
    <Header>
      <BackLink href={useListAddress()} text={t('back')} />
      <H1 marginBottom="xxSmall">
        {name ? shownName(name) : customer ? labelOf(customer) : t('title')}
      </H1>
      {isNamed && (
        <Text marginBottom="xxSmall">{customer ? shownText(customer.email) : '\u00a0'}</Text>
      )}
      <Text margin="none">
        <HelpLink />
      </Text>
    </Header>
  );
}

const Header = styled.header`
  overflow-wrap: anywhere;

  h1,
  p {
    ${ownDirection}
  }
`;
