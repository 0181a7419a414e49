'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { useSession } from '../session/session-context.ts';
import { useOutdateCounts } from '../shoppers/use-shopper-counts.ts';
import { type Change, ChangeQueue, type Ended, type Wishes, withWishes } from './change-queue.ts';
import { sendChange } from './send-change.ts';
import type { CustomerState } from './use-customer.ts';

const noWishes: Wishes = new Map();

export interface Changes {
  /** Ids of the segments that the person is in, as they should be shown. */
  inside: ReadonlySet<string>;
  change: (segmentId: string, on: boolean) => void;
}

/**
 * Puts a customer into segments and takes them out: on the screen at once, rolled back if BigCommerce
 * refuses.
 * @param onEnd called with what became of each change
 */
export function useChanges(
  { customer, refresh, confirm }: CustomerState,
  onEnd: (ended: Ended) => void,
): Changes {
  const { session, end } = useSession();
  const token = session?.token;
  const outdateCounts = useOutdateCounts();
  const [wishes, setWishes] = useState(noWishes);
  const queue = useRef<ChangeQueue>(undefined);
  // What is known outlives the rendering that a change was made in.
  const known = useRef(customer);
  const told = useRef(onEnd);
  useEffect(() => {
    known.current = customer;
    told.current = onEnd;
  }, [customer, onEnd]);

  useEffect(() => {
    if (token === undefined) return;
    queue.current = new ChangeQueue({
      async send(change) {
        const target = known.current;
        if (!target) return { status: 'failed', failure: { code: 'unexpected' } };
        const sent = await sendChange(token, target, change);
        if (sent.status !== 'failed') outdateCounts([change.segmentId]);
        if (sent.status === 'done') {
          const { profileId } = sent;
          known.current = changed({ ...(known.current ?? target), profileId }, change);
          confirm(known.current);
        }
        return sent;
      },
      isIn: (id) => known.current?.segmentIds.includes(id) ?? false,
      async reread() {
        const read = await refresh();
        if (read) known.current = read;
        return read !== undefined;
      },
      onWishes: setWishes,
      onEnd(ended) {
        if (ended.status !== 'done' && ended.failure.code === 'session-ended') end('ended');
        else told.current(ended);
      },
    });
  }, [token, confirm, refresh, end, outdateCounts]);

  const change = useCallback(
    (segmentId: string, on: boolean) => queue.current?.wish({ segmentId, on }),
    [],
  );
  const segmentIds = customer?.segmentIds;
  const inside = useMemo(() => withWishes(segmentIds ?? [], wishes), [segmentIds, wishes]);
  return { inside, change };
}

function changed(customer: Customer, { segmentId, on }: Change): Customer {
  const others = customer.segmentIds.filter((id) => id !== segmentId);
  return { ...customer, segmentIds: on ? [...others, segmentId] : others };
}
