import type { StoreState } from '../sandbox/control/store-snapshot.ts';
import type { SandboxControl } from '../sandbox/control-client.ts';
import type { LogEntry } from '../sandbox/request-log.ts';
import {
  auroraOwner,
  auroraStaff,
  brambleOwner,
  brambleStaff,
  germanStaff,
  type StoreUser,
} from '../sandbox/seed/seed-users.ts';
import { auroraHash, brambleHash } from '../sandbox/seed/stores.ts';
import type { ExistingIds } from './addresses.ts';
import type { AppClient } from './app-client.ts';

export type StoreName = 'aurora' | 'bramble';
export type Role = 'owner' | 'staff' | 'germanStaff';

const known = {
  aurora: { hash: auroraHash, owner: auroraOwner, staff: auroraStaff, germanStaff },
  bramble: { hash: brambleHash, owner: brambleOwner, staff: brambleStaff, germanStaff },
};

export interface OpenedApp {
  token: string;
  html: string;
  user: StoreUser;
}

/** The stand-in's stores: installs and opens the app over HTTP, and reads what they hold. */
export class Stores {
  readonly #sandbox: SandboxControl;
  readonly #app: AppClient;

  constructor(sandbox: SandboxControl, app: AppClient) {
    this.#sandbox = sandbox;
    this.#app = app;
  }

  hash(name: StoreName): string {
    return known[name].hash;
  }

  user(name: StoreName, role: Role = 'owner'): StoreUser {
    return known[name][role];
  }

  /** The store's segments now, in the order of creation. */
  async segments(name: StoreName): Promise<StoreState['segments']> {
    return (await this.#sandbox.state(this.hash(name))).segments;
  }

  async segmentNames(name: StoreName): Promise<string[]> {
    return (await this.segments(name)).map((segment) => segment.name);
  }

  /** A segment of the store, a member of it, and a customer who is not a member. */
  async existingIds(name: StoreName): Promise<ExistingIds> {
    const { members, profiles } = await this.#sandbox.shoppers(this.hash(name));
    const [segmentId = '', inside = []] =
      Object.entries(members).find(([, ids]) => ids.length > 2) ?? [];
    const customerId = profiles.find(({ id }) => !inside.includes(id))?.customer_id ?? 0;
    return { segmentId, profileId: inside[0] ?? '', customerId };
  }

  /** The requests other than GET that the app has sent since the log was cleared. */
  async changesSent(): Promise<LogEntry[]> {
    return (await this.#sandbox.log()).filter(({ method }) => method !== 'GET');
  }

  /** Installs the app for a store as its owner, without opening it. */
  async install(name: StoreName): Promise<void> {
    const url = await this.#sandbox.installUrl(this.hash(name), this.user(name).id);
    const since = Date.now();
    const response = await this.#app.get(url);
    if (response.status !== 303) throw new Error(`the installation answered ${response.status}`);
    // The app registers its panel after its answer; those requests must not get into a test's log.
    while (!(await this.#isPanelRegistered(this.hash(name), since))) {
      if (Date.now() - since > 20_000) throw new Error('the customer panel is not registered');
    }
  }

  /** @returns the address with a launch code that `/load` redirects to */
  async launch(name: StoreName, role: Role = 'owner'): Promise<string> {
    const url = await this.#sandbox.loadUrl(this.hash(name), this.user(name, role).id);
    const location = (await this.#app.get(url)).headers.get('location');
    if (!location) throw new Error('opening the app did not redirect');
    return location;
  }

  async #isPanelRegistered(hash: string, since: number): Promise<boolean> {
    const { appExtensions } = await this.#sandbox.state(hash);
    const calls = (await this.#sandbox.log()).filter(
      ({ store, path, startedAt }) =>
        store === hash && path.endsWith('/graphql') && startedAt >= since,
    );
    const isAnswered = calls.length > 0 && calls.every(({ status }) => status !== null);
    return isAnswered && appExtensions.length > 0;
  }

  async open(name: StoreName, role: Role = 'owner'): Promise<OpenedApp> {
    const html = await (await this.#app.get(await this.launch(name, role))).text();
    const token = html.match(/"token\\?":\\?"([\w-]{43})/)?.[1];
    if (!token) throw new Error('the page held no session');
    return { token, html, user: this.user(name, role) };
  }
}
