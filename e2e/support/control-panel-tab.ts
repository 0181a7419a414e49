import type { Page } from '@playwright/test';
import type { Stack } from '../stack/stack.ts';
import { CustomerScreen } from './customer-screen-object.ts';
import type { Role, StoreName, Stores } from './known-stores.ts';
import { linkTo } from './link-to.ts';
import { SegmentScreen } from './segment-screen-object.ts';
import { SegmentsScreen } from './segments-screen-object.ts';

export const appPath = '/apps/customer-segments';

interface Opening {
  role?: Role;
  /** The `url` claim of the signed payload. */
  deepLink?: string;
}

/** A browser tab that shows a store's control panel. */
export class ControlPanel {
  readonly page: Page;
  readonly segments: SegmentsScreen;
  readonly segment: SegmentScreen;
  readonly customer: CustomerScreen;
  readonly #url: string;
  readonly #stores: Stores;

  constructor(page: Page, stack: Stack, stores: Stores) {
    this.page = page;
    const frame = page.locator('iframe[title="Customer Segments"]').contentFrame();
    this.segments = new SegmentsScreen(frame);
    this.segment = new SegmentScreen(frame);
    this.customer = new CustomerScreen(frame);
    this.#url = stack.sandboxUrl;
    this.#stores = stores;
  }

  /** @param path below the store's control panel, such as `/apps` */
  address(store: StoreName, path: string, { role = 'owner', deepLink }: Opening = {}): string {
    const url = new URL(`/manage/${this.#stores.hash(store)}${path}`, this.#url);
    url.searchParams.set('user', String(this.#stores.user(store, role).id));
    if (deepLink) url.searchParams.set('url', deepLink);
    return url.href;
  }

  async goTo(store: StoreName, path: string, opening: Opening = {}): Promise<void> {
    await this.page.goto(this.address(store, path, opening));
  }

  /** Opens the installed app. Resolves when the whole list has arrived. */
  async openApp(store: StoreName, opening: Opening = {}): Promise<SegmentsScreen> {
    const listed = this.page.waitForResponse(/\/api\/segments\?/);
    await this.goTo(store, appPath, opening);
    await (await listed).finished();
    return this.segments;
  }

  /** Opens a segment of the installed app by its address. */
  async openSegment(store: StoreName, id: string, opening: Opening = {}): Promise<SegmentScreen> {
    await this.goTo(store, appPath, { deepLink: linkTo.segment(id), ...opening });
    return this.segment;
  }

  /** Opens a customer in the installed app by the address that the control panel uses. */
  async openCustomer(store: StoreName, id: number, opening: Opening = {}): Promise<CustomerScreen> {
    const listed = this.page.waitForResponse(/\/api\/segments\?/);
    await this.goTo(store, appPath, { deepLink: linkTo.customer(id), ...opening });
    await (await listed).finished();
    return this.customer;
  }

  link(name: string) {
    return this.page.getByRole('link', { name, exact: true });
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }
}
