import { Quota } from './api/request-quota.ts';
import { FaultRules } from './faults/fault-rules.ts';
import { AuthorizationCodes } from './login/authorization-codes.ts';
import { type LoginBehavior, loginBehaviorSchema } from './login/login-behavior.ts';
import { RequestLog } from './request-log.ts';
import { type Settings, type SettingsChange, settingsSchema } from './sandbox-settings.ts';
import type { Store } from './sandbox-store.ts';
import { seedStores } from './seed/stores.ts';

export interface AppRegistration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The app's origin, without a trailing slash. */
  url: string;
}

/** The whole state of the stand-in for BigCommerce, kept in memory only. */
export class Sandbox {
  readonly app: AppRegistration;
  readonly log = new RequestLog();
  readonly faults = new FaultRules();
  readonly codes = new AuthorizationCodes();
  readonly #initialSettings: SettingsChange;
  settings: Settings;
  login: LoginBehavior = loginBehaviorSchema.parse({});
  stores: Map<string, Store>;
  /** The number of requests in flight on the segmentation endpoints, by store hash. */
  inFlight = new Map<string, number>();
  #quotas = new Map<string, Quota>();

  constructor(app: AppRegistration, settings: SettingsChange) {
    this.app = app;
    this.#initialSettings = settings;
    this.settings = settingsSchema.parse(settings);
    this.stores = freshStores();
  }

  /** Restores the initial state, except for the app's address. */
  reset(): void {
    this.settings = settingsSchema.parse(this.#initialSettings);
    this.login = loginBehaviorSchema.parse({});
    this.log.clear();
    this.faults.clear();
    this.codes.clear();
    this.#quotas.clear();
    // A new map, so that requests still in flight count down in the old one.
    this.inFlight = new Map();
    this.stores = freshStores();
  }

  /** Validates and applies some settings, and starts a new quota window. */
  change(settings: object): void {
    this.settings = settingsSchema.parse({ ...this.settings, ...settings });
    this.#quotas.clear();
  }

  quota(hash: string): Quota {
    const quota = this.#quotas.get(hash) ?? new Quota();
    this.#quotas.set(hash, quota);
    return quota;
  }
}

function freshStores(): Map<string, Store> {
  return new Map(seedStores().map((store) => [store.hash, store]));
}
