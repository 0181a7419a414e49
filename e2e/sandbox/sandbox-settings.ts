import { z } from 'zod';

const count = z.number().int().nonnegative();

/** How the sandbox behaves. Where the documents give no value, the default is a guess. */
export const settingsSchema = z.strictObject({
  /** Added to every request to the API or the login, in milliseconds. */
  latencyMs: count.default(0),
  /** Requests that a store may receive in one window, from all apps together. */
  quota: count.default(20_000),
  windowMs: count.default(30_000),
  /** Requests per second that another app makes against the same quota. */
  otherAppRate: z.number().nonnegative().default(0),
  /** Requests in flight on the segmentation endpoints of one store. */
  concurrency: count.default(10),
  /** The largest page; `overLimit` is the answer to a request for a larger one. */
  maxLimit: count.default(250),
  overLimit: z.enum(['clamp', '413', '422']).default('clamp'),
  /** Filters of the list of customers that have no effect, such as `company:in`. */
  ignoredFilters: z.array(z.string()).default([]),
  /** The stores' time zone, and how many seconds it is from UTC. */
  timeZone: z.object({ name: z.string(), raw_offset: z.number().int() }).default({
    name: 'America/Los_Angeles',
    raw_offset: -28_800,
  }),
  /** Whether a date filter takes its times as they are written, or for the store's own. */
  filterTimes: z.enum(['as-written', 'local']).default('as-written'),
  /** What a date filter does whose value has its colons percent-encoded. */
  encodedDates: z.enum(['read', 'ignored']).default('ignored'),
  /** The answer to a request for the members of a segment that does not exist. */
  goneMembers: z.enum(['404', 'empty']).default('404'),
  /** `changed`: stores `&` as `&amp;`, several spaces as one, and composed letters. */
  storedTexts: z.enum(['as-sent', 'changed']).default('as-sent'),
  /** Whether `email:in` finds only addresses that are written in the same case. */
  emailCase: z.enum(['minded', 'ignored']).default('minded'),
  /** Whether `include` adds shopper profiles and segments to customers: it is a beta. */
  include: z.enum(['heeded', 'ignored']).default('heeded'),
  /** What stands for the dates of the first record in each list of segments or customers. */
  firstDates: z.enum(['right', 'missing', 'null']).default('right'),
  /** Fields that the first record in each list lacks, such as `id` and `customer_id`. */
  firstLacks: z.array(z.string()).default([]),
  segmentBatch: count.default(10),
  shopperProfileBatch: count.default(50),
  memberBatch: count.default(50),
  /** Whether a batch with some refused items fails or succeeds in part. */
  mixedBatch: z.enum(['all-or-nothing', 'partial']).default('all-or-nothing'),
  segmentCap: count.default(1_000),
  segmentCapStatus: z.union([z.literal(409), z.literal(422), z.literal(507)]).default(409),
  renameConflictStatus: z.union([z.literal(409), z.literal(422)]).default(409),
  putStatus: z.union([z.literal(200), z.literal(201)]).default(201),
  /** Whether the stores' plan includes customer segmentation. */
  segmentation: z.boolean().default(true),
  /** The scopes that the consent page asks for and a new installation gets. */
  scopes: z
    .array(z.string())
    .default([
      'users_basic_information',
      'store_v2_default',
      'store_v2_customers',
      'store_v2_information_read_only',
      'store_v2_marketing_read_only',
      'store_app_extensions_manage',
    ]),
  /** The scopes that every token has from now on, whatever it was issued with. */
  reducedScopes: z.array(z.string()).nullable().default(null),
  codeLifetimeMs: count.default(60_000),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsChange = z.input<typeof settingsSchema>;
