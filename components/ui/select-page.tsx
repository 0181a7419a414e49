'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

interface Props {
  items: readonly { id: string }[];
  selected: ReadonlySet<string>;
  onSelect: (ids: readonly string[], on: boolean) => void;
}

/** The checkbox that selects all rows on the page, or none. */
export function SelectPage({ items, selected, onSelect }: Props) {
  const t = useTranslations('ui');
  const checkbox = useRef<HTMLInputElement>(null);
  const count = items.filter(({ id }) => selected.has(id)).length;
  const all = count > 0 && count === items.length;
  useEffect(() => {
    if (checkbox.current) checkbox.current.indeterminate = count > 0 && !all;
  }, [count, all]);
  return (
    <input
      aria-label={t('selectPage')}
      checked={all}
      disabled={items.length === 0}
      onChange={() =>
        onSelect(
          items.map(({ id }) => id),
          !all,
        )
      }
      ref={checkbox}
      type="checkbox"
    />
  );
}
