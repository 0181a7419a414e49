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

/** Controls a running sandbox over HTTP from a test or a script. */
export class SandboxControl {
  readonly #base: string;

  /** @param url the address that the sandbox prints at its start */
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

  /** Restores the initial data, settings and log; keeps the app's address. */
  async reset(): Promise<void> {
    await this.#send('POST', '/reset');
  }

  /** Changes the given settings, keeps the others, and starts a new quota window. */
  async set(settings: SettingsChange): Promise<Settings> {
    return settingsSchema.parse(await this.#send('POST', '/settings', settings));
  }

  /** Changes the responses of token exchanges until called again without arguments. */
  async setLogin(behavior: LoginBehaviorChange = {}): Promise<void> {
    await this.#send('POST', '/login', behavior);
  }

  async setAppUrl(appUrl: string): Promise<void> {
    await this.#send('POST', '/app', { appUrl });
  }

  /** Injects a fault into the next matching requests to the API or the login. */
  async addFault(rule: NewFaultRule): Promise<void> {
    await this.#send('POST', '/faults', rule);
  }

  async clearFaults(): Promise<void> {
    await this.#send('DELETE', '/faults');
  }

  async state(storeHash: string): Promise<StoreState> {
    return storeStateSchema.parse(await this.#send('GET', `/state/${storeHash}`));
  }

  /** The members of every segment of a store, and all of its shopper profiles. */
  async shoppers(storeHash: string): Promise<StoreShoppers> {
    return storeShoppersSchema.parse(await this.#send('GET', `/shoppers/${storeHash}`));
  }

  /** Adds an empty store with an owner and `staff` more users, until the next reset. */
  async addStore(storeHash: string, staff = 0): Promise<StoreState> {
    return storeStateSchema.parse(await this.#send('POST', '/stores', { storeHash, staff }));
  }

  /** Replaces all of a store's segments and returns the new ones. */
  async setSegments(storeHash: string, segments: SegmentsRequest): Promise<StoreState['segments']> {
    const answer = await this.#send('POST', `/segments/${storeHash}`, segments);
    return storeStateSchema.shape.segments.parse(answer);
  }

  /** Replaces all of a store's customers, with ids from 1, which empties its segments. */
  async setCustomers(storeHash: string, customers: CustomersRequest): Promise<void> {
    await this.#send('POST', `/customers/${storeHash}`, customers);
  }

  /**
   * Gives a segment exactly `count` members: customers with a profile first, then others, who get
   * one, then new customers.
   */
  async setMembers(storeHash: string, segmentId: string, count: number): Promise<void> {
    await this.#send('POST', `/members/${storeHash}`, { segmentId, count });
  }

  /** Deletes a customer but not its shopper profile: the documents do not state when that ends. */
  async deleteCustomer(storeHash: string, id: number): Promise<void> {
    await this.#send('DELETE', `/customers/${storeHash}/${id}`);
  }

  /** Installs the app without calling it, and returns the access token. */
  async install(storeHash: string, scopes?: string[]): Promise<string> {
    const answer = await this.#send('POST', '/install', { storeHash, scopes });
    return z.object({ accessToken: z.string() }).parse(answer).accessToken;
  }

  /**
   * The app's `/auth` address with a new code, as the consent page builds it. `external` marks an
   * installation from the marketplace, outside the control panel.
   */
  async installUrl(
    storeHash: string,
    userId: number,
    options: { external?: boolean } = {},
  ): Promise<string> {
    const answer = await this.#send('POST', '/install-url', { storeHash, userId, ...options });
    return urlAnswer.parse(answer).url;
  }

  /** The app's `/load` address with a new signed payload. */
  async loadUrl(storeHash: string, userId: number, deepLink?: string): Promise<string> {
    const answer = await this.#send('POST', '/load-url', { storeHash, userId, deepLink });
    return urlAnswer.parse(answer).url;
  }

  /** Revokes the token, calls the app's `/uninstall` and waits for its answer. */
  async uninstall(storeHash: string): Promise<void> {
    await this.#send('POST', '/uninstall', { storeHash });
  }

  /** Revokes a user's access to the app and calls the app's `/remove_user`. */
  async removeUser(storeHash: string, userId: number): Promise<void> {
    await this.#send('POST', '/remove-user', { storeHash, userId });
  }

  /** Revokes the token without calling the app. */
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
