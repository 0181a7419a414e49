import 'server-only';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { endsAction } from '../bigcommerce/client/ends-action.ts';
import type { BigCommerceError } from '../bigcommerce/client/errors.ts';
import { deadlinePassed } from '../bigcommerce/client/limiter.ts';
import type { NotDone } from '../bigcommerce/client/not-done.ts';
import type { Customer } from '../bigcommerce/customers.ts';
import type { Membership } from '../bigcommerce/members-among.ts';
import {
  addMembers,
  type JoinOutcome,
  memberCap,
  segmentGone,
} from '../bigcommerce/segment-members.ts';
import {
  createShopperProfiles,
  type ProfileOutcome,
  profileCap,
} from '../bigcommerce/shopper-profiles.ts';
import { Batcher } from './batcher.ts';

export type Addition = { status: 'added' | 'already-in'; profileId: string } | NotDone;

/**
 * Adds customers to a segment while more of them are still being read. Customers with a shopper
 * profile are added as soon as they fill a batch; for the others a profile is made first. Adding
 * has a higher priority than making profiles, so that as many as possible are in when the time is
 * up.
 */
export class Adding {
  readonly #connection: Connection;
  readonly #segmentId: string;
  readonly #profiles: Batcher<number, ProfileOutcome>;
  readonly #members: Batcher<Membership, JoinOutcome>;
  readonly #additions = new Map<number, Promise<Addition>>();
  readonly #profilesToCome = new Set<Promise<unknown>>();
  /**
   * Aborting ends the requests in the queue. The reason is the failure that they would also get.
   */
  readonly #stop = new AbortController();

  constructor(connection: Connection, segmentId: string) {
    this.#connection = connection;
    this.#segmentId = segmentId;
    // A request that is sent later may get its answer after the deadline.
    const sendBy = connection.deadline - connection.timing.request;
    const waiting = { sendBy, stop: this.#stop };
    this.#profiles = new Batcher(
      () => profileCap(connection).get(),
      (customerIds) =>
        this.#watch(
          createShopperProfiles(connection, customerIds, { ...waiting, priority: 'start' }),
        ),
    );
    this.#members = new Batcher(
      () => memberCap(connection).get(),
      (items) =>
        this.#watch(addMembers(connection, segmentId, items, { ...waiting, priority: 'finish' })),
    );
  }

  /** Resolves once the customer's batch is written. A partial batch is sent only by `complete`. */
  add(customer: Customer): Promise<Addition> {
    const known = this.#additions.get(customer.id);
    if (known !== undefined) return known;
    const addition = this.#add(customer);
    this.#additions.set(customer.id, addition);
    return addition;
  }

  /**
   * Sends the batches that are not full. Call it after `add` has been called for all customers.
   */
  async complete(): Promise<void> {
    this.#profiles.flush();
    await Promise.allSettled(this.#profilesToCome);
    this.#members.flush();
  }

  /** The first failure among the additions that every other one would have had as well. */
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

  /** Stops everything after a failure that all other writes would have as well. */
  async #watch<Outcome extends { status: string }>(
    writing: Promise<(Outcome | NotDone)[]>,
  ): Promise<(Outcome | NotDone)[]> {
    const outcomes = await writing;
    for (const outcome of outcomes) {
      if ('error' in outcome && this.#stops(outcome.error)) this.#stop.abort(outcome.error);
    }
    return outcomes;
  }

  #stops(error: BigCommerceError): boolean {
    return (
      error === this.#stop.signal.reason ||
      error === segmentGone.error ||
      error === deadlinePassed ||
      endsAction(this.#connection, error)
    );
  }
}
