'use client';

import { ArrowDownwardIcon, ArrowUpwardIcon } from '@bigcommerce/big-design-icons';

interface Props {
  text: string;
  /** False if the table is not sorted by this column. */
  direction: 'ascending' | 'descending' | false;
  /** Undefined while there is nothing to sort. */
  onClick: (() => void) | undefined;
}

export function SortHeading({ text, direction, onClick }: Props) {
  return (
    <th aria-sort={direction || 'none'} scope="col">
      <button disabled={!onClick} onClick={onClick} type="button">
        {text}
        {direction === 'ascending' && <ArrowUpwardIcon size="medium" />}
        {direction === 'descending' && <ArrowDownwardIcon size="medium" />}
      </button>
    </th>
  );
}
