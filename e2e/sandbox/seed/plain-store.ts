import { ListedMap } from '../listed-map.ts';
import type { Store } from '../sandbox-store.ts';
import { ShopperProfiles } from '../stored-profiles.ts';
import { Prng } from './prng.ts';

/** A store with only an owner and staff, for tests that need many stores. */
export function plainStore(hash: string, staff: number): Store {
  const prng = new Prng(hash);
  const users = Array.from({ length: staff + 1 }, (_, index) => ({
    id: prng.integer(10_000, 2_000_000) * 100 + index,
    email: `user-${index}@${hash}.example`,
    name: `User ${index} of ${hash}`,
    locale: 'en-US',
  }));
  const [owner, ...others] = users;
  if (!owner) throw new RangeError('a store has an owner');
  return {
    hash,
    name: `Store ${hash}`,
    accountUuid: prng.uuid(),
    owner,
    staff: others,
    prng,
    segments: new Map(),
    profiles: new ShopperProfiles(),
    members: new Map(),
    customers: new ListedMap(),
    customerGroups: [],
    promotions: [],
    appExtensions: new Map(),
    withoutAccess: new Set(),
    installation: undefined,
  };
}
