'use client';

import { Link } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';

const address = 'https://docs.bigcommerce.com/developer/docs/admin/customers/customer-segmentation';

/** A link to BigCommerce's help about segments. */
export function HelpLink() {
  const t = useTranslations('segments');
  return (
    <Link external href={address} rel="noreferrer" target="_blank">
      {t('help')}
    </Link>
  );
}
