'use client';

import { useTranslations } from 'next-intl';
import { VisuallyHidden } from '../frame/visually-hidden.tsx';

const rows = Array.from({ length: 10 }, (_, index) => index);

/** The shape of the table while its contents are on the way. */
export function SkeletonRows() {
  const t = useTranslations('segments');
  return rows.map((row) => (
    <tr data-skeleton key={row}>
      <td />
      <td>
        {row === 0 ? <VisuallyHidden>{t('loading')}</VisuallyHidden> : null}
        <i />
      </td>
      <td>
        <i />
      </td>
      <td>
        <i />
      </td>
      <td />
    </tr>
  ));
}
