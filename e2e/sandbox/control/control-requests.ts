import { z } from 'zod';
import { signatureSchema } from '../login/issue-payload.ts';

const storeHash = z.string();

/** Any of the settings; the sandbox validates them together with its current ones. */
export const settingsRequest = z.looseObject({});
export const appRequest = z.strictObject({ appUrl: z.url() });
export const storeRequest = z.strictObject({ storeHash });
/** A new store with an owner and `staff` more users. */
export const newStoreRequest = z.strictObject({
  storeHash: z.string().regex(/^[a-z0-9]{1,32}$/),
  staff: z.number().int().min(0).max(99).default(0),
});
export const userRequest = z.strictObject({ storeHash, userId: z.number().int() });
export const installRequest = z.strictObject({ storeHash, scopes: z.array(z.string()).optional() });
/** `external`: installed from the marketplace, outside the control panel. */
export const installUrlRequest = userRequest.extend({ external: z.boolean().default(false) });
export const loadRequest = userRequest.extend({ deepLink: z.string().optional() });

/** Replaces all of a store's segments by `count` numbered ones or by the given ones. */
export const segmentsRequest = z.union([
  z.strictObject({ count: z.number().int().min(0).max(5_000) }),
  z.strictObject({
    items: z.array(z.strictObject({ name: z.string(), description: z.string().default('') })),
  }),
]);

/** Replaces all of a store's customers, which empties its segments. */
export const customersRequest = z.strictObject({
  count: z.number().int().min(0).max(100_000),
  /** Whether each has a shopper profile. */
  profiles: z.boolean().default(false),
  /** The group of all of them; created if the store lacks it. */
  groupId: z.number().int().positive().optional(),
  /** The company of all of them. */
  company: z.string().optional(),
  /** Whether they have neither a name nor an email address. */
  unnamed: z.boolean().default(false),
  /** The first name of all of them. */
  firstName: z.string().optional(),
  /** Fields of the first customers, in their order. */
  people: z
    .array(
      z
        .strictObject({
          first_name: z.string(),
          last_name: z.string(),
          email: z.string(),
          company: z.string(),
        })
        .partial(),
    )
    .default([]),
});
export const membersRequest = z.strictObject({
  segmentId: z.uuid(),
  count: z.number().int().min(0).max(100_000),
});

/** `claims` override the usual ones of the given store and user; `omit` removes claims. */
export const payloadRequest = signatureSchema.extend({
  storeHash: storeHash.optional(),
  userId: z.number().int().optional(),
  claims: z.record(z.string(), z.unknown()).default({}),
  omit: z.array(z.string()).default([]),
});

export type SegmentsRequest = z.input<typeof segmentsRequest>;
export type CustomersRequest = z.input<typeof customersRequest>;
export type PayloadRequest = z.input<typeof payloadRequest>;
