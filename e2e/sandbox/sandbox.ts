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
  /** Where the app lives, without a trailing slash. */
  url: string;
}

/** Everything the stand-in BigCommerce knows. Nothing of it is ever written to disk. */
export class Sandbox {
  readonly app: AppRegistration;
  readonly log = new RequestLog();
  readonly faults = new FaultRules();
  readonly codes = new AuthorizationCodes();
  readonly #initialSettings: SettingsChange;
  settings: Settings;
  login: LoginBehavior = loginBehaviorSchema.parse({});
  stores: Map<string, Store>;
  /** Requests under way on the segmentation endpoints, by store. */
  inFlight = new Map<string, number>();
  #quotas = new Map<string, Quota>();

  constructor(app: AppRegistration, settings: SettingsChange) {
    this.app = app;
    this.#initialSettings = settings;
    this.settings = settingsSchema.parse(settings);
    this.stores = freshStores();
  }

  /** Back to the beginning, except for the app's address. */
  reset(): void {
    this.settings = settingsSchema.parse(this.#initialSettings);
    this.login = loginBehaviorSchema.parse({});
    this.log.clear();
    this.faults.clear();
    this.codes.clear();
    this.#quotas.clear();
    // What is still under way counts where it began.
    this.inFlight = new Map();
    this.stores = freshStores();
  }

  /** Checks and takes over some settings, and starts a new quota window. */
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
