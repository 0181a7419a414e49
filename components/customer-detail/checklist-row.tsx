'use client';

import { memo, useId } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { shownName, shownText } from '@/lib/i18n/shown-text.ts';
import { linkFrom, screens } from '@/lib/screens/screens.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

interface Props {
  segment: Segment;
  inside: boolean;
  /** The text of the link to the segment. */
  linkText: string;
  onChange: (segmentId: string, on: boolean) => void;
}

/**
 * A segment with its checkbox, which is named by the segment's name and described by its
 * description.
 */
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
        <span id={`${rowId}-name`}>{shownName(name)}</span>
        {description && <small id={`${rowId}-description`}>{shownText(description)}</small>}
      </label>
      <a href={linkFrom('customer', screens.segment.path(id))}>
        <VisuallyHidden>{linkText}</VisuallyHidden>
      </a>
    </li>
  );
});
