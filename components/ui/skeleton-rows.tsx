'use client';

import { VisuallyHidden } from './visually-hidden.tsx';

const rows = Array.from({ length: 10 }, (_, index) => index);

interface Props {
  /** The number of columns between the checkboxes and the menus. */
  columns: number;
  /** The text for screen readers about what is loading. */
  text: string;
}

/** The rows of a table whose content is still loading. */
export function SkeletonRows({ columns, text }: Props) {
  return rows.map((row) => (
    <tr data-skeleton key={row}>
      <td />
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells differ in nothing else
        <td key={column}>
          {row === 0 && column === 0 ? <VisuallyHidden>{text}</VisuallyHidden> : null}
          <i />
        </td>
      ))}
      <td />
    </tr>
  ));
}
