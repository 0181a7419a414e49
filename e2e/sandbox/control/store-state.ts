import { z } from 'zod';
import { type Store, usersOf } from '../store.ts';

const timestamps = { created_at: z.string(), updated_at: z.string() };

export const storeStateSchema = z.object({
  hash: z.string(),
  name: z.string(),
  accountUuid: z.string(),
  segments: z.array(
    z.object({ id: z.string(), name: z.string(), description: z.string(), ...timestamps }),
  ),
  /** Segment id to the ids of the shopper profiles in it. */
  members: z.record(z.string(), z.array(z.string())),
  profiles: z.array(z.object({ id: z.string(), customer_id: z.number(), ...timestamps })),
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

export type StoreState = z.infer<typeof storeStateSchema>;

export function storeState(store: Store): StoreState {
  return {
    hash: store.hash,
    name: store.name,
    accountUuid: store.accountUuid,
    segments: [...store.segments.values()],
    members: Object.fromEntries([...store.members].map(([id, profiles]) => [id, [...profiles]])),
    profiles: [...store.profiles.values()],
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
