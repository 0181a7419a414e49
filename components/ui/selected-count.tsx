'use client';

import { useTranslations } from 'next-intl';

interface Props {
  /** Ids of all that are selected, on this page or not. */
  selected: ReadonlySet<string>;
  /** Ids of the rows on the screen. */
  shown: readonly string[];
}

/** Says how many rows are selected, and how many of them another page or a search hides. */
export function SelectedCount({ selected, shown }: Props) {
  const t = useTranslations('ui');
  const count = selected.size;
  const hidden = count - shown.filter((id) => selected.has(id)).length;
  const text = hidden > 0 ? t('selectedHidden', { count, hidden }) : t('selected', { count });
  return <span role="status">{count > 0 ? text : ''}</span>;
}
