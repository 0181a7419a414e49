import { z } from 'zod';
import type {
  CustomersRequest,
  PayloadRequest,
  SegmentsRequest,
} from './control/control-requests.ts';
import {
  type StoreShoppers,
  type StoreState,
  storeShoppersSchema,
  storeStateSchema,
} from './control/store-snapshot.ts';
import type { NewFaultRule } from './faults/fault-rules.ts';
import type { LoginBehaviorChange } from './login/login-behavior.ts';
import { type LogEntry, logEntrySchema } from './request-log.ts';
import { type Settings, type SettingsChange, settingsSchema } from './sandbox-settings.ts';

const urlAnswer = z.object({ url: z.string() });

/** Steers a running sandbox from a test or a script, over HTTP. */
export class SandboxControl {
  readonly #base: string;

  /** @param url where the sandbox listens, as it prints it */
  constructor(url: string) {
    this.#base = `${url}/_sandbox`;
  }

  /** Requests from and to the app, oldest first. */
  async log(): Promise<LogEntry[]> {
    return z.array(logEntrySchema).parse(await this.#send('GET', '/log'));
  }

  async clearLog(): Promise<void> {
    await this.#send('DELETE', '/log');
  }

  /** Seed data, settings and log as at the start; the app's address stays. */
  async reset(): Promise<void> {
    await this.#send('POST', '/reset');
  }

  /** Changes the given settings, leaves the others, and starts a new quota window. */
  async set(settings: SettingsChange): Promise<Settings> {
    return settingsSchema.parse(await this.#send('POST', '/settings', settings));
  }

  /** Changes what token exchanges answer until called again without arguments. */
  async setLogin(behavior: LoginBehaviorChange = {}): Promise<void> {
    await this.#send('POST', '/login', behavior);
  }

  async setAppUrl(appUrl: string): Promise<void> {
    await this.#send('POST', '/app', { appUrl });
  }

  /** Spoils the next requests to the API or the login that match. */
  async addFault(rule: NewFaultRule): Promise<void> {
    await this.#send('POST', '/faults', rule);
  }

  async clearFaults(): Promise<void> {
    await this.#send('DELETE', '/faults');
  }

  async state(storeHash: string): Promise<StoreState> {
    return storeStateSchema.parse(await this.#send('GET', `/state/${storeHash}`));
  }

  /** Everyone in every segment of a store, and all its shopper profiles. */
  async shoppers(storeHash: string): Promise<StoreShoppers> {
    return storeShoppersSchema.parse(await this.#send('GET', `/shoppers/${storeHash}`));
  }

  /** Adds an empty store with an owner and so many staff users, until the next reset. */
  async addStore(storeHash: string, staff = 0): Promise<StoreState> {
    return storeStateSchema.parse(await this.#send('POST', '/stores', { storeHash, staff }));
  }

  /** Replaces all of a store's segments and answers with the new ones. */
  async setSegments(storeHash: string, segments: SegmentsRequest): Promise<StoreState['segments']> {
    const answer = await this.#send('POST', `/segments/${storeHash}`, segments);
    return storeStateSchema.shape.segments.parse(answer);
  }

  /** Replaces all of a store's customers by so many others, with ids from 1 up; nobody is in a segment then. */
  async setCustomers(storeHash: string, customers: CustomersRequest): Promise<void> {
    await this.#send('POST', `/customers/${storeHash}`, customers);
  }

  /**
   * Makes a segment hold exactly so many shoppers: customers with a profile first, then those who
   * get one for it, then new ones.
   */
  async setMembers(storeHash: string, segmentId: string, count: number): Promise<void> {
    await this.#send('POST', `/members/${storeHash}`, { segmentId, count });
  }

  /** Deletes a customer, whose shopper profile stays: the documents do not say when it goes. */
  async deleteCustomer(storeHash: string, id: number): Promise<void> {
    await this.#send('DELETE', `/customers/${storeHash}/${id}`);
  }

  /** Installs without the app taking part and returns the access token. */
  async install(storeHash: string, scopes?: string[]): Promise<string> {
    const answer = await this.#send('POST', '/install', { storeHash, scopes });
    return z.object({ accessToken: z.string() }).parse(answer).accessToken;
  }

  /**
   * An `/auth` address of the app with a fresh code, as the consent page would make it.
   * `external` marks an installation from the marketplace, outside of the control panel.
   */
  async installUrl(
    storeHash: string,
    userId: number,
    options: { external?: boolean } = {},
  ): Promise<string> {
    const answer = await this.#send('POST', '/install-url', { storeHash, userId, ...options });
    return urlAnswer.parse(answer).url;
  }

  /** A `/load` address of the app with a fresh signed payload. */
  async loadUrl(storeHash: string, userId: number, deepLink?: string): Promise<string> {
    const answer = await this.#send('POST', '/load-url', { storeHash, userId, deepLink });
    return urlAnswer.parse(answer).url;
  }

  /** Kills the token, calls the app's `/uninstall`, and returns when that has been answered. */
  async uninstall(storeHash: string): Promise<void> {
    await this.#send('POST', '/uninstall', { storeHash });
  }

  /** Takes a user's access to the app away and calls the app's `/remove_user`. */
  async removeUser(storeHash: string, userId: number): Promise<void> {
    await this.#send('POST', '/remove-user', { storeHash, userId });
  }

  /** Kills the token without a word to the app. */
  async revokeToken(storeHash: string): Promise<void> {
    await this.#send('POST', '/revoke-token', { storeHash });
  }

  /** A signed payload with any claims, key, header and algorithm. */
  async payload(request: PayloadRequest = {}): Promise<string> {
    return z.object({ jwt: z.string() }).parse(await this.#send('POST', '/payload', request)).jwt;
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(this.#base + path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`Sandbox: ${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
