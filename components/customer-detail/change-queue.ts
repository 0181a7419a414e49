import type { Overlay, OverlayAction } from '../api-client/overlay.ts';
import type { ClientFailure, ClientFailureCode } from '../failures/client-failure.ts';

/** One tick or untick. */
export interface Change {
  segmentId: string;
  on: boolean;
}

/** `unknown`: BigCommerce gave no clear answer, so the change may have been made. */
export type Sent = { status: 'done' } | { status: 'failed' | 'unknown'; failure: ClientFailure };

/** What became of a change, and how many others were given up with it. */
export type Ended = Change & Sent & { others: number };

interface Ports {
  send(change: Change): Promise<Sent>;
  /** As far as is known, changes that are under way aside. */
  isIn(segmentId: string): boolean;
  /** Reads from BigCommerce what is known. Resolves to false if that fails. */
  reread(): Promise<boolean>;
  /** Shows a change before it is confirmed, or ends that. */
  dispatch(action: OverlayAction<boolean>): void;
  onEnd(ended: Ended): void;
}

/** These say something about one segment; whatever else goes wrong would stop the next change too. */
const ofOneSegment: readonly ClientFailureCode[] = ['not-found', 'invalid', 'conflict'];

/**
 * Sends changes one after the other. What is wished for shows at once and lies over what is known
 * until it is settled; for each segment the last wish counts.
 */
export class ChangeQueue {
  readonly #ports: Ports;
  /** Segment id to whether the person should be in, in the order in which it was asked for. */
  readonly #wishes = new Map<string, boolean>();
  /** Sent, and never found out about. */
  readonly #unknown = new Set<string>();
  #working = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  wish({ segmentId, on }: Change): void {
    this.#wishes.set(segmentId, on);
    this.#ports.dispatch({ type: 'edit', id: segmentId, edit: on });
    if (!this.#working) this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (;;) {
      const [next] = this.#wishes;
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
    const isOvertaken = this.#wishes.get(segmentId) !== on;
    if (sent.status !== 'done' && !ofOneSegment.includes(sent.failure.code)) {
      const others = [...this.#wishes.keys()].filter((id) => id !== segmentId).length;
      this.#drop([...this.#wishes.keys()]);
      this.#ports.onEnd({ ...change, ...sent, others });
      return;
    }
    if (isOvertaken) return;
    this.#drop([segmentId]);
    this.#ports.onEnd({ ...change, ...sent, others: 0 });
  }

  /** What is read afterwards counts for more than an answer that was lost. */
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
    for (const id of ids) this.#wishes.delete(id);
    this.#ports.dispatch({ type: 'settle', ids });
  }
}

/** The segments that the person is in, with unconfirmed ticks laid over them. */
export function layTicksOver(
  segmentIds: readonly string[],
  { edits }: Overlay<boolean>,
): ReadonlySet<string> {
  const inside = new Set(segmentIds);
  for (const [id, on] of edits) on ? inside.add(id) : inside.delete(id);
  return inside;
}
