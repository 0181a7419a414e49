import { expect } from '@playwright/test';
import type { SandboxControl } from '../sandbox/control-client.ts';
import type { SegmentsScreen } from './segments-screen-object.ts';

export interface Held {
  name: string;
  description: string;
}

/** A store's segments, read and changed without the app. */
export class StoreAtBigCommerce {
  readonly #sandbox: SandboxControl;
  readonly #url: string;
  readonly #hash: string;

  constructor(sandbox: SandboxControl, url: string, hash: string) {
    this.#sandbox = sandbox;
    this.#url = url;
    this.#hash = hash;
  }

  async hold(items: readonly Held[]): Promise<void> {
    await this.#sandbox.setSegments(this.#hash, { items: [...items] });
  }

  /** The store's segments, sorted by name. */
  async held(): Promise<Held[]> {
    const { segments } = await this.#sandbox.state(this.#hash);
    return inOrder(segments);
  }

  /** Creates a segment as another app does. */
  async create(segment: Held): Promise<void> {
    await this.#send('POST', '/v3/segments', [segment]);
  }

  /** Adds members to a segment as another app does. */
  async addMembers(segmentId: string, profileIds: readonly string[]): Promise<void> {
    await this.#send('POST', `/v3/segments/${segmentId}/shopper-profiles`, profileIds);
  }

  /** Removes members from a segment as another app does. */
  async removeMembers(segmentId: string, profileIds: readonly string[]): Promise<void> {
    const path = `/v3/segments/${segmentId}/shopper-profiles?id:in=${profileIds.join()}`;
    await this.#send('DELETE', path);
  }

  async #send(method: string, path: string, body?: unknown): Promise<void> {
    const { installation } = await this.#sandbox.state(this.#hash);
    const response = await fetch(`${this.#url}/stores/${this.#hash}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'x-auth-token': installation?.accessToken ?? '',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    expect(response.ok).toBe(true);
  }

  /** Expects at most one request that may have changed segments. Only a 429 certainly did not. */
  async expectSentOnce(method: string): Promise<void> {
    const log = await this.#sandbox.log();
    const sent = log.filter(
      (entry) => entry.method === method && entry.path.includes('/v3/segments'),
    );
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ status }) => status !== 429).length).toBeLessThanOrEqual(1);
  }

  /** Expects exactly these segments in the store and on the screen. */
  async expectEverywhere(list: SegmentsScreen, expected: readonly Held[]): Promise<void> {
    expect(await this.held()).toEqual(inOrder(expected));
    if (expected.length > 25) await list.pageSize.selectOption('100');
    await expect(list.names).toHaveCount(expected.length);
    const names = await list.names.allTextContents();
    const descriptions = await list.descriptions.allTextContents();
    const shown = names.map((name, at) => ({ name, description: descriptions[at] ?? '' }));
    expect(inOrder(shown)).toEqual(inOrder(expected));
  }
}

function inOrder(segments: readonly Held[]): Held[] {
  return segments
    .map(({ name, description }) => ({ name, description }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
