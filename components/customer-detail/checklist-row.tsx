'use client';

import { memo, useId } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { screens } from '@/lib/screens/screens.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

interface Props {
  segment: Segment;
  inside: boolean;
  /** What the link to the segment says. */
  linkText: string;
  onChange: (segmentId: string, on: boolean) => void;
}

/** A segment to tick. Its name alone names the box; the description describes it. */
export const ChecklistRow = memo(function ChecklistRow(props: Props) {
  const { segment, inside, linkText, onChange } = props;
  const { id, name, description } = segment;
  const rowId = useId();
  return (
    <li>
      <label>
        <input
          aria-describedby={description ? `${rowId}-description` : undefined}
          aria-labelledby={`${rowId}-name`}
          checked={inside}
          onChange={(event) => onChange(id, event.target.checked)}
          type="checkbox"
        />
        <span id={`${rowId}-name`}>{name}</span>
        {description && <small id={`${rowId}-description`}>{description}</small>}
      </label>
      {/* Relative to the customer's own address. */}
      <a href={`..${screens.segment.path(id)}`}>
        <VisuallyHidden>{linkText}</VisuallyHidden>
      </a>
    </li>
  );
});
