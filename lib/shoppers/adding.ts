import 'server-only';
import { endsAction, type NotDone } from '../bigcommerce/client/bulk-write.ts';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { IN_FLIGHT } from '../bigcommerce/client/limiter.ts';
import type { Customer } from '../bigcommerce/customers.ts';
import {
  addMembers,
  type JoinOutcome,
  type Membership,
  memberCap,
  segmentGone,
} from '../bigcommerce/segment-members.ts';
import {
  createShopperProfiles,
  type ProfileOutcome,
  profileCap,
} from '../bigcommerce/shopper-profiles.ts';
import { Batcher } from './batcher.ts';
import { Slots } from './slots.ts';

export type Addition = { status: 'added' | 'already-in'; profileId: string } | NotDone;

/** Ends a step whose time is up. */
export const outOfTime = new BigCommerceError('no time is left to begin anything', {
  kind: 'unavailable',
});

/**
 * Adds customers to a segment while more of them are still being read: who has a shopper profile
 * joins as soon as there are enough for a batch, and for those who have none it is made first.
 */
export class Adding {
  readonly #connection: Connection;
  readonly #segmentId: string;
  readonly #slots = new Slots(IN_FLIGHT.segmentation);
  readonly #profiles: Batcher<number, ProfileOutcome>;
  readonly #members: Batcher<Membership, JoinOutcome>;
  readonly #additions = new Map<number, Promise<Addition>>();
  readonly #profilesToCome = new Set<Promise<unknown>>();
  /** Why nothing more is begun. */
  #stop: BigCommerceError | undefined;

  constructor(connection: Connection, segmentId: string) {
    this.#connection = connection;
    this.#segmentId = segmentId;
    this.#profiles = new Batcher(
      () => profileCap(connection).get(),
      (customerIds) =>
        this.#inTurn('usual', customerIds, () => createShopperProfiles(connection, customerIds)),
    );
    this.#members = new Batcher(
      () => memberCap(connection).get(),
      (items) => this.#inTurn('urgent', items, () => addMembers(connection, segmentId, items)),
    );
  }

  /** Resolves some time after `complete`. */
  add(customer: Customer): Promise<Addition> {
    const known = this.#additions.get(customer.id);
    if (known !== undefined) return known;
    const addition = this.#add(customer);
    this.#additions.set(customer.id, addition);
    return addition;
  }

  /** To be called when nobody else is to be added: sends what does not fill a batch. */
  async complete(): Promise<void> {
    this.#profiles.flush();
    await Promise.allSettled(this.#profilesToCome);
    this.#members.flush();
  }

  /** The failure among these, if any, that everybody else would have met as well. */
  whatStopped(additions: readonly Addition[]): BigCommerceError | undefined {
    return additions
      .flatMap((addition) => ('error' in addition ? [addition.error] : []))
      .find((error) => this.#stops(error));
  }

  async #add({ id, profileId, segmentIds }: Customer): Promise<Addition> {
    if (profileId !== null && segmentIds.includes(this.#segmentId)) {
      return { status: 'already-in', profileId };
    }
    if (profileId !== null) return this.#join(id, profileId);
    const creating = this.#profiles.add(id);
    this.#profilesToCome.add(creating);
    const profile = await creating;
    return 'error' in profile ? profile : this.#join(id, profile.profileId);
  }

  async #join(customerId: number, profileId: string): Promise<Addition> {
    const outcome = await this.#members.add({ customerId, profileId });
    return 'error' in outcome ? outcome : { status: outcome.status, profileId };
  }

  #inTurn<Item, Outcome extends { status: string }>(
    priority: 'urgent' | 'usual',
    items: readonly Item[],
    write: () => Promise<(Outcome | NotDone)[]>,
  ): Promise<(Outcome | NotDone)[]> {
    return this.#slots.run(priority, async () => {
      const { store, deadline, timing } = this.#connection;
      if (store.clock.now() > deadline - timing.request) this.#stop ??= outOfTime;
      if (this.#stop !== undefined) {
        const error = this.#stop;
        return items.map((): NotDone => ({ status: 'failed', error }));
      }
      const outcomes = await write();
      for (const outcome of outcomes) {
        if ('error' in outcome && this.#stops(outcome.error)) this.#stop ??= outcome.error;
      }
      return outcomes;
    });
  }

  #stops(error: BigCommerceError): boolean {
    return (
      error === this.#stop ||
      error === segmentGone.error ||
      error === outOfTime ||
      endsAction(this.#connection, error)
    );
  }
}
