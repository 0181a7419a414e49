'use client';

import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { shownName, shownText } from '@/lib/i18n/shown-text.ts';
import { linkFrom, screens } from '@/lib/screens/screens.ts';
import type { LocalFormatter } from '../ui/time-in-words.tsx';
import type { RowLabels } from './row-labels.ts';
import { UpdatedAt } from './updated-at.tsx';
import type { CountCell } from './use-count-cells.ts';
import type { Highlighted } from './use-highlight.ts';

interface Props {
  segment: Segment;
  selected: boolean;
  highlighted: Highlighted | undefined;
  /** Whether a change of the segment is not confirmed yet. */
  saving: boolean;
  menuOpen: boolean;
  /** Undefined until the shoppers have been counted. */
  count: CountCell | undefined;
  onSelect: (ids: readonly string[], on: boolean) => void;
  onMenu: (segment: Segment, toggle: HTMLElement) => void;
  onCountAgain: (id: string) => void;
  labels: RowLabels;
  format: LocalFormatter;
}

// A closing form gives the focus back to its button and scrolls there; the row scrolls after that.
const afterFocusMs = 100;

const menuButton = 'button[aria-haspopup]';

/** Three lines hold this many characters even in a narrow window. */
const fewCharacters = 80;

/** Gets its texts and formats as props, because a keystroke waits until all rows have rendered. */
export const SegmentRow = memo(function SegmentRow(props: Props) {
  const { segment, selected, highlighted, saving, menuOpen, count, labels, format } = props;
  const { onSelect, onMenu, onCountAgain } = props;
  const { id, name, description, updatedAt } = segment;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!highlighted) return;
    const show = () => {
      row.current?.scrollIntoView({ block: 'nearest' });
      const menu = row.current?.querySelector<HTMLElement>(menuButton);
      const { activeElement: focused } = document;
      // The control that opened the form may be gone, or belong to another segment by now.
      if (focused === document.body || (highlighted.focus && focused?.matches(menuButton))) {
        menu?.focus();
      }
    };
    const timer = setTimeout(show, afterFocusMs);
    return () => clearTimeout(timer);
  }, [highlighted]);
  return (
    <tr
      aria-busy={saving || undefined}
      data-highlighted={highlighted && true}
      data-selected={selected || undefined}
      ref={row}
    >
      <td>
        <input
          aria-label={labels.select(name)}
          checked={selected}
          onChange={(event) => onSelect([id], event.target.checked)}
          type="checkbox"
        />
      </td>
      <td>
        <a href={linkFrom('segments', screens.segment.path(id))}>{clamped(shownName(name))}</a>
      </td>
      <td>{clamped(shownText(description))}</td>
      <td title={count?.title}>
        {count?.isMissing ? (
          <button
            aria-label={labels.countAgain(name)}
            data-count-again
            onClick={() => onCountAgain(id)}
            title={count.title}
            type="button"
          >
            {count.text}
          </button>
        ) : (
          count?.text
        )}
      </td>
      <td>
        <UpdatedAt format={format} iso={updatedAt} />
      </td>
      <td>
        <button
          aria-expanded={menuOpen}
          aria-haspopup="menu"
          aria-label={labels.menu(name)}
          onClick={(event) => onMenu(segment, event.currentTarget)}
          type="button"
        />
      </td>
    </tr>
  );
});

/** A long text is cut off after three lines, which takes another element. */
function clamped(text: string): ReactNode {
  return text.length > fewCharacters ? <span>{text}</span> : text;
}
