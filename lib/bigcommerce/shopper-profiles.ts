import 'server-only';
import { z } from 'zod';
import type { BatchCap } from './client/batches.ts';
import { writeInBulk } from './client/bulk-write.ts';
import type { Connection } from './client/connection.ts';
import { lookUpRefusal } from './client/look-up.ts';
import type { NotDone } from './client/not-done.ts';
import { type Collection, eachOrNone, listAll, pageSchema } from './client/paging.ts';
import { request } from './client/request.ts';
import type { Waiting } from './client/send.ts';
import { customerGone, customersByIds } from './customers.ts';

/** A customer's shopper profile, which has to exist before the customer can be in a segment. */
export interface ShopperProfile {
  id: string;
  /** 0 if BigCommerce gives none. */
  customerId: number;
}

const profileSchema = z
  .object({ id: z.string().min(1).toLowerCase(), customer_id: z.int().catch(0) })
  .transform(({ id, customer_id }): ShopperProfile => ({ id, customerId: customer_id }));

export const profileList = eachOrNone(profileSchema);

const profilePage = pageSchema(profileList);
/** The store's shopper profiles, in BigCommerce's order. */
export const profileCollection: Collection<ShopperProfile> = {
  route: '/v3/shopper-profiles',
  pool: 'segmentation',
  schema: profilePage,
};

const createdSchema = z.object({ data: profileList });

type Created = { status: 'created'; profileId: string };

export type ProfileOutcome = Created | NotDone;

/** How many profiles one request makes. The cap is not published; that of adding members is 50. */
const WRITE_BATCH = 50;
/** BigCommerce has always accepted this many. */
const SAFE_BATCH = 10;

/**
 * Makes a shopper profile for each customer; a profile that is there already counts as created. The
 * outcomes are in the ids' order; the failure `not-found` means that the customer is gone.
 * @param waiting how the write waits to be sent, but not what is read to look up its outcome
 */
export async function createShopperProfiles(
  connection: Connection,
  customerIds: readonly number[],
  waiting?: Waiting,
): Promise<ProfileOutcome[]> {
  const results = await writeInBulk<number, Created>(connection, {
    items: customerIds,
    cap: profileCap(connection),
    idempotent: true,
    async send(batch) {
      const { data } = await request(connection, {
        method: 'POST',
        route: '/v3/shopper-profiles',
        pool: 'segmentation',
        body: batch.map((customer_id) => ({ customer_id })),
        schema: createdSchema,
        waiting,
      }).catch(lookUpRefusal);
      const made = data.filter((profile) => profile !== undefined);
      const byCustomer = new Map(made.map(({ id, customerId }) => [customerId, id]));
      return batch.map((customerId) => created(byCustomer.get(customerId)));
    },
    async readBack(unknown) {
      const customers = await customersByIds(
        connection,
        unknown.map(({ item }) => item),
      );
      const isPartial = [...customers.values()].some((customer) => customer.isPartial);
      const known = isPartial ? await profileIdsByCustomer(connection) : undefined;
      return unknown.map(({ item }) => {
        const customer = customers.get(item);
        return customer === undefined
          ? customerGone
          : created(customer.profileId ?? known?.get(item));
      });
    },
  });
  return results.map(({ outcome }) => outcome);
}

/**
 * The store's shopper profiles, by customer. BigCommerce can't search them, so all are read.
 * @throws {BigCommerceError}
 */
export async function profileIdsByCustomer(connection: Connection): Promise<Map<number, string>> {
  const profiles = await listAll(connection, profileCollection);
  return new Map(profiles.map(({ id, customerId }) => [customerId, id]));
}

/** How many profiles one request may make: `WRITE_BATCH`, or fewer once BigCommerce has refused that many. */
export function profileCap({ store }: Connection): BatchCap {
  const cap = store.batchCap('create shopper profiles', WRITE_BATCH);
  // The first refusal lowers the cap to the safe size; only a refusal of that lowers it further.
  const lower = (to: number) => cap.lower(to > SAFE_BATCH / 2 ? SAFE_BATCH : to);
  return { get: () => cap.get(), lower };
}

function created(profileId: string | null | undefined): Created | undefined {
  return profileId ? { status: 'created', profileId } : undefined;
}
