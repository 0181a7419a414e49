'use client';

import { VisuallyHidden } from './visually-hidden.tsx';

const rows = Array.from({ length: 10 }, (_, index) => index);

interface Props {
  /** Between the first, for checkboxes, and the last, for menus. */
  columns: number;
  /** What is on the way, for screen readers. */
  text: string;
}

/** The shape of a table while its contents are on the way. */
export function SkeletonRows({ columns, text }: Props) {
  return rows.map((row) => (
    <tr data-skeleton key={row}>
      <td />
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: there is nothing else to tell the cells by
        <td key={column}>
          {row === 0 && column === 0 ? <VisuallyHidden>{text}</VisuallyHidden> : null}
          <i />
        </td>
      ))}
      <td />
    </tr>
  ));
}
