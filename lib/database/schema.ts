import type { Kysely, Selectable } from 'kysely';

/*
 * The tables as the queries see them. Times are epoch milliseconds, except `issued_at`,
 * `removed_at`: those are compared with the claim `iat` of a signed payload and are epoch seconds,
 * as it is.
 */
export interface Schema {
  installations: InstallationTable;
  users: UserTable;
  launch_codes: LaunchCodeTable;
  sessions: SessionTable;
  seen_payloads: SeenPayloadTable;
}

export type Database = Kysely<Schema>;

interface InstallationTable {
  store_hash: string;
  account_uuid: string;
  /** Grows with every install and uninstall; codes and sessions of an older generation are dead. */
  generation: number;
  sealed_token: string;
  /** Granted OAuth scopes, separated by spaces. */
  scope: string;
  owner_id: number;
  store_name: string | null;
  installed_at: number;
  /** When an uninstall callback came that BigCommerce has not confirmed with a 401 yet. */
  uninstall_requested_at: number | null;
  /** When BigCommerce refused the token with a 401: only launches try it until it works again. */
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
  created_at: number;
  used_at: number;
}

/** Signed payloads that have been used, for those callbacks that take each of them once. */
interface SeenPayloadTable {
  jti_hash: string;
  expires_at: number;
}

export type InstallationRow = Selectable<InstallationTable>;
