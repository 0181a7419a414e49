'use client';

import { useTranslations } from 'next-intl';
import { useStoreTimeZone } from '../session/use-store-time-zone.ts';
import { InputField } from '../ui/input-field.tsx';
import { type FilterDraft, isReversed } from './filter-draft.ts';

interface Props {
  draft: FilterDraft;
  onChange: (change: Pick<FilterDraft, 'from'> | Pick<FilterDraft, 'to'>) => void;
}

/** Without a maximum, browsers accept years of six digits. */
const lastDay = '9999-12-31';

/** The first and the last day of a range; both belong to it. */
export function DateFields({ draft, onChange }: Props) {
  const t = useTranslations('adding.match');
  const timeZone = useStoreTimeZone();
  return (
    <>
      <InputField
        description={t('timeZone', { timeZone })}
        label={t('from')}
        max={lastDay}
        onChange={(event) => onChange({ from: event.target.value })}
        type="date"
        value={draft.from}
      />
      <InputField
        label={t('to')}
        max={lastDay}
        onChange={(event) => onChange({ to: event.target.value })}
        error={isReversed(draft) ? t('reversed') : undefined}
        type="date"
        value={draft.to}
      />
    </>
  );
}
