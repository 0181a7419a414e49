import { plainText } from '@/lib/bigcommerce/same-text.ts';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isBlank, isDisruptive } from '@/lib/i18n/shown-text.ts';
import { SEGMENT_TEXT_LENGTH } from '@/lib/limits/limits.ts';
import { looksSame } from '@/lib/segments/names.ts';
import type { SegmentEdit } from './segment-changes.ts';

/** Why a field cannot be saved as it is. */
export type FieldProblem =
  | { field: 'name'; reason: 'nameMissing' | 'nameDisruptive' | 'nameTaken' | 'tooLong' }
  | { field: 'description'; reason: 'tooLong' };

/**
 * Checks trimmed texts as far as the browser can. Whether names that differ only in case are the
 * same is BigCommerce's decision, so a name is taken only by one that looks the same.
 * @param ownId the segment being renamed, which may keep its name unless that is blank
 */
export function fieldProblem(
  { name, description }: SegmentEdit,
  segments: readonly Segment[],
  ownId?: string,
): FieldProblem | undefined {
  if (isBlank(name)) return { field: 'name', reason: 'nameMissing' };
  if (name.length > SEGMENT_TEXT_LENGTH) return { field: 'name', reason: 'tooLong' };
  const isKept = segments.some((segment) => segment.id === ownId && segment.name === name);
  if (!isKept) {
    if (isDisruptive(name)) return { field: 'name', reason: 'nameDisruptive' };
    const isTaken = segments.some(
      (segment) => segment.id !== ownId && looksSame(plainText(segment.name), plainText(name)),
    );
    if (isTaken) return { field: 'name', reason: 'nameTaken' };
  }
  if (description.length > SEGMENT_TEXT_LENGTH) return { field: 'description', reason: 'tooLong' };
  return undefined;
}

/** Finds another segment with this name, in whatever form BigCommerce has stored it. */
export function namesake(
  name: string,
  segments: readonly Segment[],
  ownId?: string,
): Segment | undefined {
  const plain = plainText(name);
  return segments.find(({ id, name }) => id !== ownId && plainText(name) === plain);
}

/** Whether a segment is what was to be saved, in whatever form BigCommerce has stored it. */
export function isSaved(segment: Segment, { name, description }: SegmentEdit): boolean {
  return (
    plainText(segment.name) === plainText(name) &&
    plainText(segment.description) === plainText(description)
  );
}
