'use client';

interface Props {
  segment: { id: string; name: string };
  onClose: () => void;
  /** Called whenever the segment may hold more shoppers than before. */
  onChanged: () => void;
}

/** Beside a segment: choose customers and add them. */
export function AddingPanel({ segment }: Props) {
  return <aside>{segment.name}</aside>;
}
