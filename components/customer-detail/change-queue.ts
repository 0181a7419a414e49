import type { Overlay, OverlayAction } from '../api-client/overlay.ts';
import type { ClientFailure, ClientFailureCode } from '../failures/client-failure.ts';

/** A tick, or the removal of one. */
export interface Change {
  segmentId: string;
  on: boolean;
}

/** `unknown`: there was no clear answer, so the change may have been made. */
export type Sent = { status: 'done' } | { status: 'failed' | 'unknown'; failure: ClientFailure };

/** How a change ended, and how many others were given up with it. */
export type Ended = Change & Sent & { others: number };

interface Ports {
  send(change: Change): Promise<Sent>;
  /**
   * Whether the customer is in the segment by what was read last and the changes confirmed since.
   */
  isIn(segmentId: string): boolean;
  /** Reads the customer's segments again. Resolves to false if that fails. */
  reread(): Promise<boolean>;
  /** Shows a change before it is confirmed, or stops showing it. */
  dispatch(action: OverlayAction<boolean>): void;
  onEnd(ended: Ended): void;
}

/** Failures that concern one segment. After any other failure, the next change would fail, too. */
const failuresOfOneSegment: readonly ClientFailureCode[] = ['not-found', 'invalid', 'conflict'];

/**
 * Sends changes one after the other. A change shows at once, over what was read, until it is
 * settled. A newer change of the same segment replaces one that waits.
 */
export class ChangeQueue {
  readonly #ports: Ports;
  /** By segment id, whether the customer should be in the segment; in the order of the requests. */
  readonly #pending = new Map<string, boolean>();
  /** Ids of the segments whose last change was sent with an unknown outcome. */
  readonly #unknown = new Set<string>();
  #working = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  add({ segmentId, on }: Change): void {
    this.#pending.set(segmentId, on);
    this.#ports.dispatch({ type: 'edit', id: segmentId, edit: on });
    if (!this.#working) this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (;;) {
      const [next] = this.#pending;
      if (!next) break;
      const [segmentId, on] = next;
      if (this.#ports.isIn(segmentId) === on && !this.#unknown.has(segmentId)) {
        this.#drop([segmentId]);
      } else {
        await this.#make({ segmentId, on });
      }
    }
    this.#working = false;
  }

  async #make(change: Change): Promise<void> {
    const { segmentId, on } = change;
    const sent = await this.#settle(change, await this.#ports.send(change));
    const isOvertaken = this.#pending.get(segmentId) !== on;
    if (sent.status !== 'done' && !failuresOfOneSegment.includes(sent.failure.code)) {
      const others = [...this.#pending.keys()].filter((id) => id !== segmentId).length;
      this.#drop([...this.#pending.keys()]);
      this.#ports.onEnd({ ...change, ...sent, others });
      return;
    }
    if (isOvertaken) return;
    this.#drop([segmentId]);
    this.#ports.onEnd({ ...change, ...sent, others: 0 });
  }

  /** If the answer was lost, reading the customer again shows how the change ended. */
  async #settle({ segmentId, on }: Change, sent: Sent): Promise<Sent> {
    if (sent.status === 'unknown' && !(await this.#ports.reread())) {
      this.#unknown.add(segmentId);
      return sent;
    }
    this.#unknown.delete(segmentId);
    if (sent.status !== 'unknown') return sent;
    return this.#ports.isIn(segmentId) === on ? { status: 'done' } : { ...sent, status: 'failed' };
  }

  #drop(ids: readonly string[]): void {
    for (const id of ids) this.#pending.delete(id);
    this.#ports.dispatch({ type: 'settle', ids });
  }
}

/** The segments that the customer is in, once unconfirmed changes are applied. */
export function applyTicks(
  segmentIds: readonly string[],
  { edits }: Overlay<boolean>,
): ReadonlySet<string> {
  const inside = new Set(segmentIds);
  for (const [id, on] of edits) on ? inside.add(id) : inside.delete(id);
  return inside;
}
