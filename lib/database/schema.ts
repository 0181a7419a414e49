import type { Kysely, Selectable } from 'kysely';

/*
 * The tables as the queries see them. Times are epoch milliseconds. Only `issued_at` and
 * `removed_at` are epoch seconds, because they are compared with the claim `iat` of a signed
 * payload.
 */
export interface Schema {
  installations: InstallationTable;
  users: UserTable;
  launch_codes: LaunchCodeTable;
  sessions: SessionTable;
  seen_payloads: SeenPayloadTable;
  segment_lists: SegmentListTable;
  shopper_counts: ShopperCountTable;
}

export type Database = Kysely<Schema>;

interface InstallationTable {
  store_hash: string;
  account_uuid: string;
  /**
   * Grows with every install and uninstall. Codes and sessions of older generations are not valid.
   */
  generation: number;
  sealed_token: string;
  /** Granted OAuth scopes, separated by spaces. */
  scope: string;
  owner_id: number;
  store_name: string | null;
  /** Such as `Europe/Berlin`. */
  store_time_zone: string | null;
  /** When BigCommerce was last asked for the store's name and time zone. */
  profile_asked_at: number | null;
  installed_at: number;
  /** When an uninstall callback came, until BigCommerce has confirmed it with a 401. */
  uninstall_requested_at: number | null;
  /** When BigCommerce refused the token with a 401. Until it works again only launches try it. */
  token_rejected_at: number | null;
}

interface UserTable {
  store_hash: string;
  user_id: number;
  email: string;
  locale: string;
  /** `iat` of the last removal: payloads issued until then don't open the app. */
  removed_at: number | null;
}

interface LaunchCodeTable {
  code_hash: string;
  store_hash: string;
  user_id: number;
  generation: number;
  issued_at: number;
  expires_at: number;
}

interface SessionTable {
  token_hash: string;
  store_hash: string;
  user_id: number;
  generation: number;
  issued_at: number;
  /** The store's when the session started, so that all of a tab counts days alike. */
  store_time_zone: string | null;
  created_at: number;
  used_at: number;
}

/** Signed payloads that have come, for the callbacks that accept each of them only once. */
interface SeenPayloadTable {
  jti_hash: string;
  expires_at: number;
}

/** What was read of a store is good for one generation of its installation. */
interface Remembered {
  store_hash: string;
  generation: number;
  /** When BigCommerce was asked. */
  asked_at: number;
  /** When the app last changed it at BigCommerce; 0 if never. An answer to an older question is not kept. */
  changed_at: number;
}

interface SegmentListTable extends Remembered {
  /** JSON of all segments; null since the app changed them. */
  segments: string | null;
}

interface ShopperCountTable extends Remembered {
  segment_id: string;
  /** Null if a change left it unknown. */
  total: number | null;
}

export type InstallationRow = Selectable<InstallationTable>;
