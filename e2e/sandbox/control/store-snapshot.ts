import { z } from 'zod';
import { type Store, usersOf } from '../sandbox-store.ts';

const timestamps = { created_at: z.string(), updated_at: z.string() };

export const storeStateSchema = z.object({
  hash: z.string(),
  name: z.string(),
  accountUuid: z.string(),
  segments: z.array(
    z.object({ id: z.string(), name: z.string(), description: z.string(), ...timestamps }),
  ),
  /** Segment id to the number of shopper profiles in it. */
  memberCounts: z.record(z.string(), z.number()),
  profileCount: z.number(),
  customerCount: z.number(),
  appExtensions: z.array(
    z.object({
      id: z.string(),
      context: z.string(),
      model: z.string(),
      url: z.string(),
      label: z.object({
        defaultValue: z.string(),
        locales: z.array(z.object({ value: z.string(), localeCode: z.string() })),
      }),
    }),
  ),
  users: z.array(
    z.object({
      id: z.number(),
      email: z.string(),
      name: z.string(),
      locale: z.string(),
      role: z.enum(['owner', 'staff']),
      hasAccess: z.boolean(),
    }),
  ),
  installation: z
    .object({ accessToken: z.string(), scopes: z.array(z.string()), live: z.boolean() })
    .nullable(),
});

/** The members and profiles that the state only counts: there may be a hundred thousand. */
export const storeShoppersSchema = z.object({
  /** Segment id to the ids of the shopper profiles in it. */
  members: z.record(z.string(), z.array(z.string())),
  profiles: z.array(z.object({ id: z.string(), customer_id: z.number(), ...timestamps })),
});

export type StoreState = z.infer<typeof storeStateSchema>;
export type StoreShoppers = z.infer<typeof storeShoppersSchema>;

export function storeState(store: Store): StoreState {
  return {
    hash: store.hash,
    name: store.name,
    accountUuid: store.accountUuid,
    segments: [...store.segments.values()],
    memberCounts: Object.fromEntries([...store.members].map(([id, { size }]) => [id, size])),
    profileCount: store.profiles.size,
    customerCount: store.customers.size,
    appExtensions: [...store.appExtensions.values()].map(({ label, ...extension }) => ({
      ...extension,
      label: { ...label, locales: [...label.locales] },
    })),
    users: usersOf(store).map((user) => ({
      ...user,
      role: user === store.owner ? 'owner' : 'staff',
      hasAccess: !store.withoutAccess.has(user.id),
    })),
    installation: store.installation
      ? { ...store.installation, scopes: [...store.installation.scopes] }
      : null,
  };
}

export function storeShoppers({ members, profiles }: Store): StoreShoppers {
  return {
    members: Object.fromEntries([...members].map(([id, inside]) => [id, [...inside.keys()]])),
    profiles: [...profiles.values()],
  };
}
