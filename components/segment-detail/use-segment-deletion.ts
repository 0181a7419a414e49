'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { useListAddress } from '../segments/list-address.ts';
import { useDeletion } from '../segments/use-deletion.ts';
import type { SegmentState } from './use-segment.ts';

/** Deletes the segment of the screen and goes back to the list once it is deleted. */
export function useSegmentDeletion(segmentState: SegmentState) {
  const router = useRouter();
  const listAddress = useListAddress();
  const { run } = useDeletion(segmentState);
  const start = useCallback(
    async (segment: Segment) => {
      const tally = await run([segment]);
      if (tally?.done.includes(segment.id)) router.push(listAddress);
    },
    [run, router, listAddress],
  );
  return start;
}
