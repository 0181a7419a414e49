'use client';

import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Customer } from '@/lib/bigcommerce/customers.ts';
import { useActionSession } from '../api-client/use-action-session.ts';
import { useOverlay } from '../api-client/use-overlay.ts';
import type { Resource } from '../api-client/use-resource.ts';
import { useOutdateCounts } from '../segments/use-shopper-counts.ts';
import { applyTicks, type Change, ChangeQueue, type Ended } from './change-queue.ts';
import { sendChange } from './send-change.ts';
import { customerPath } from './use-customer.ts';

export interface Changes {
  /** Ids of the segments that the customer is in, with unconfirmed changes applied. */
  inside: ReadonlySet<string>;
  change: (segmentId: string, on: boolean) => void;
}

/**
 * Adds a customer to segments and removes the customer from them: on the screen at once, and back
 * as before if BigCommerce refuses.
 * @param onEnd called with how each change ended
 */
export function useChanges(
  customerId: number,
  { data: customer, refresh, change: changeKnown }: Resource<Customer>,
  onEnd: (ended: Ended) => void,
): Changes {
  const { token, endIfOver } = useActionSession();
  const outdateCounts = useOutdateCounts();
  const [overlay, dispatch] = useOverlay<boolean>(customerPath(customerId));
  const queue = useRef<ChangeQueue>(undefined);
  // Changes end after the rendering that began them, so they read the latest values from refs.
  const known = useRef(customer);
  const latestOnEnd = useRef(onEnd);
  useEffect(() => {
    known.current = customer;
    latestOnEnd.current = onEnd;
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
          const now = changed({ ...(known.current ?? target), profileId }, change);
          known.current = now;
          changeKnown(() => now);
        }
        return sent;
      },
      isIn: (id) => known.current?.segmentIds.includes(id) ?? false,
      async reread() {
        const { data } = await refresh();
        if (data) known.current = data;
        return data !== undefined;
      },
      dispatch,
      onEnd(ended) {
        if (ended.status === 'done' || !endIfOver(ended.failure)) latestOnEnd.current(ended);
      },
    });
  }, [token, changeKnown, refresh, dispatch, endIfOver, outdateCounts]);

  const change = useCallback(
    (segmentId: string, on: boolean) => queue.current?.add({ segmentId, on }),
    [],
  );
  const segmentIds = customer?.segmentIds;
  const inside = useMemo(() => applyTicks(segmentIds ?? [], overlay), [segmentIds, overlay]);
  return { inside, change };
}

function changed(customer: Customer, { segmentId, on }: Change): Customer {
  const others = customer.segmentIds.filter((id) => id !== segmentId);
  return { ...customer, segmentIds: on ? [...others, segmentId] : others };
}
