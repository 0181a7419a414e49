import type { ListedMap } from './listed-map.ts';
import type { Prng } from './seed/prng.ts';
import type { StoreUser } from './seed/seed-users.ts';
import type { ShopperProfile, ShopperProfiles } from './stored-profiles.ts';

export interface Segment {
  readonly id: string;
  name: string;
  description: string;
  readonly created_at: string;
  updated_at: string;
}

export interface Customer {
  readonly id: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly company: string;
  readonly phone: string;
  readonly registration_ip_address: string;
  readonly notes: string;
  readonly tax_exempt_category: string;
  readonly customer_group_id: number;
  readonly date_created: string;
  readonly date_modified: string;
  readonly address_count: number;
  readonly attribute_count: number;
  readonly authentication: { readonly force_password_reset: boolean };
  readonly accepts_product_review_abandoned_cart_emails: boolean;
  readonly origin_channel_id: number;
  readonly channel_ids: readonly number[];
}

export interface CustomerGroup {
  readonly id: number;
  readonly name: string;
  readonly is_default: boolean;
}

export type SegmentCondition =
  | { readonly id: readonly string[] }
  | { readonly and: readonly SegmentCondition[] }
  | { readonly or: readonly SegmentCondition[] }
  | { readonly not: SegmentCondition };

export interface Promotion {
  readonly id: number;
  readonly name: string;
  readonly redemption_type: 'AUTOMATIC' | 'COUPON';
  readonly status: 'ENABLED' | 'DISABLED' | 'INVALID';
  readonly start_date: string;
  readonly currency_code: string;
  /** Empty means all channels. */
  readonly channels: readonly { readonly id: number }[];
  /** Only coupons have it. */
  readonly codes?: { readonly code: string };
  readonly customer: { readonly segments?: SegmentCondition | null };
}

/** An entry that the app has added to a page of the control panel. */
export interface AppExtension {
  readonly id: string;
  readonly context: 'PANEL' | 'LINK';
  readonly model: 'PRODUCTS' | 'ORDERS' | 'CUSTOMERS';
  /** A path of the app, with `${id}` for the id of the customer or other resource. */
  readonly url: string;
  readonly label: {
    readonly defaultValue: string;
    readonly locales: readonly { readonly value: string; readonly localeCode: string }[];
  };
}

/** An installation of the app. Revoking the token does not end it but blocks the app's requests. */
interface Installation {
  readonly accessToken: string;
  readonly scopes: readonly string[];
  live: boolean;
}

/** One merchant's store, kept in memory. */
export interface Store {
  readonly hash: string;
  readonly name: string;
  readonly accountUuid: string;
  readonly owner: StoreUser;
  readonly staff: readonly StoreUser[];
  readonly prng: Prng;
  readonly segments: Map<string, Segment>;
  readonly profiles: ShopperProfiles;
  /** Maps a segment's id to its members: shopper profiles by id. */
  readonly members: Map<string, ListedMap<string, ShopperProfile>>;
  readonly customers: ListedMap<number, Customer>;
  readonly customerGroups: CustomerGroup[];
  readonly promotions: readonly Promotion[];
  readonly appExtensions: Map<string, AppExtension>;
  /** Ids of staff who may not open the app. */
  readonly withoutAccess: Set<number>;
  installation: Installation | undefined;
}

export function usersOf(store: Store): readonly StoreUser[] {
  return [store.owner, ...store.staff];
}
