'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

interface Props {
  rows: readonly { id: string }[];
  selected: ReadonlySet<string>;
  onSelect: (ids: readonly string[], on: boolean) => void;
}

/** Selects the rows of the page, or none of them. */
export function SelectPage({ rows, selected, onSelect }: Props) {
  const t = useTranslations('ui');
  const checkbox = useRef<HTMLInputElement>(null);
  const count = rows.filter(({ id }) => selected.has(id)).length;
  const all = count > 0 && count === rows.length;
  useEffect(() => {
    if (checkbox.current) checkbox.current.indeterminate = count > 0 && !all;
  }, [count, all]);
  return (
    <input
      aria-label={t('selectPage')}
      checked={all}
      disabled={rows.length === 0}
      onChange={() =>
        onSelect(
          rows.map(({ id }) => id),
          !all,
        )
      }
      ref={checkbox}
      type="checkbox"
    />
  );
}
