import { ListedMap } from '../listed-map.ts';
import type { Customer, CustomerGroup, Segment, Store } from '../sandbox-store.ts';
import { ShopperProfiles } from '../stored-profiles.ts';
import { secondsIso } from '../timestamp.ts';
import { Prng } from './prng.ts';
import { seedCustomers } from './seed-customers.ts';
import { seedPromotions } from './seed-promotions.ts';
import { auroraSegments, brambleSegments } from './seed-segments.ts';
import { auroraOwner, auroraStaff, brambleOwner, brambleStaff, germanStaff } from './seed-users.ts';

export const auroraHash = 'aurora1x7k';
export const brambleHash = 'bramble9q2w';

const auroraGroups: readonly CustomerGroup[] = [
  { id: 1, name: 'Retail', is_default: true },
  { id: 2, name: 'Wholesale', is_default: false },
  { id: 3, name: 'Guides and instructors', is_default: false },
  { id: 4, name: 'Clubs', is_default: false },
  { id: 5, name: 'Staff', is_default: false },
];

/** "Aurora Outdoor": 240 segments, 2,000 customers, 640 of them with a shopper profile. */
function aurora(): Store {
  const prng = new Prng(auroraHash);
  const segments = auroraSegments(prng);
  const customers = seedCustomers(prng, 2_000, [1, 2, 3, 4, 5]);
  return {
    hash: auroraHash,
    name: 'Aurora Outdoor',
    owner: auroraOwner,
    staff: [germanStaff, auroraStaff],
    customers: byId(customers),
    customerGroups: [...auroraGroups],
    promotions: seedPromotions(segments.map(({ id }) => id)),
    ...shopperData(prng, segments, customers, 640),
  };
}

/** "Bramble & Co": 3 segments, no customer groups. */
function bramble(): Store {
  const prng = new Prng(brambleHash);
  const segments = brambleSegments(prng);
  const customers = seedCustomers(prng, 120, []);
  return {
    hash: brambleHash,
    name: 'Bramble & Co',
    owner: brambleOwner,
    staff: [germanStaff, brambleStaff],
    customers: byId(customers),
    customerGroups: [],
    promotions: seedPromotions(
      segments.map(({ id }) => id),
      2,
    ),
    ...shopperData(prng, segments, customers, 30),
  };
}

/** Generated once: doing it for each reset would take most of the tests' time. */
const seeded = [aurora(), bramble()];

/** Fresh copies of the stores as first generated; they share what never changes. */
export function seedStores(): Store[] {
  return seeded.map((store) => ({
    ...store,
    prng: store.prng.copy(),
    segments: new Map([...store.segments].map(([id, segment]) => [id, { ...segment }])),
    profiles: new ShopperProfiles(store.profiles.values()),
    members: new Map([...store.members].map(([id, profiles]) => [id, new ListedMap(profiles)])),
    customers: new ListedMap(store.customers),
    customerGroups: [...store.customerGroups],
    appExtensions: new Map(),
    withoutAccess: new Set(store.withoutAccess),
  }));
}

function shopperData(
  prng: Prng,
  segments: readonly Segment[],
  customers: readonly Customer[],
  profileCount: number,
) {
  const stride = Math.floor(customers.length / profileCount);
  const profiles = Array.from({ length: profileCount }, (_, index) => {
    const at = secondsIso(Date.UTC(2024, 0, 1) + index * 7_200_000);
    return { id: prng.uuid(), customer_id: index * stride + 1, created_at: at, updated_at: at };
  });
  const members = segments.map(({ id }, index) => {
    const size = index % 11 === 10 ? 0 : prng.integer(1, 40);
    const first = prng.integer(0, profileCount - 1);
    const chosen = Array.from({ length: size }, (_, n) => profiles[(first + n * 3) % profileCount]);
    return [id, byId(chosen.filter((profile) => profile !== undefined))] as const;
  });
  return {
    accountUuid: prng.uuid(),
    prng,
    segments: new Map(segments.map((segment) => [segment.id, segment])),
    profiles: new ShopperProfiles(profiles),
    members: new Map(members),
    appExtensions: new Map(),
    withoutAccess: new Set<number>(),
    installation: undefined,
  };
}

function byId<T extends { readonly id: unknown }>(items: readonly T[]): ListedMap<T['id'], T> {
  return new ListedMap(items.map((item) => [item.id, item]));
}
