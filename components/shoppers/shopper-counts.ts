import { QUOTA_WINDOW_SECONDS } from '@/lib/limits/limits.ts';
import type { ClientFailure } from '../failures/client-failure.ts';

/** How many shoppers a segment has, as far as is known. */
export interface ShopperCount {
  total?: number | undefined;
  /** When BigCommerce said so, ISO 8601. */
  takenAt?: string | undefined;
  /** Why the last attempt brought nothing; what was counted before stays. */
  failure?: ClientFailure | undefined;
}

/** A count as it came, or why it did not. */
export type CountAnswer = { id: string } & ({ total: number } | { failure: ClientFailure });

const freshMs = 5 * 60_000;

/** The counts that a tab has read in a session: no screen asks for them again too soon. */
export class ShopperCounts {
  #known: ReadonlyMap<string, ShopperCount> = new Map();
  /** When each is to be read again, by the browser's clock. */
  readonly #staleAt = new Map<string, number>();
  /** Ids being read, and whether the segment has changed meanwhile. */
  readonly #underWay = new Map<string, boolean>();
  readonly #listeners = new Set<() => void>();

  /** A map that stays as it is: what comes later is in another. */
  get known(): ReadonlyMap<string, ShopperCount> {
    return this.#known;
  }

  /** Those that are not known, or not well enough any more. */
  stale(ids: readonly string[], now = Date.now()): string[] {
    return ids.filter((id) => now >= (this.#staleAt.get(id) ?? 0));
  }

  /** Those of them that nobody is reading now. */
  due(ids: readonly string[], now = Date.now()): string[] {
    return this.stale(ids, now).filter((id) => !this.#underWay.has(id));
  }

  begin(ids: readonly string[]): void {
    for (const id of ids) this.#underWay.set(id, false);
  }

  /** @param takenAt ISO 8601 */
  end(answers: readonly CountAnswer[], takenAt: string, now = Date.now()): void {
    const known = new Map(this.#known);
    for (const { id, ...answer } of answers) {
      known.set(id, 'total' in answer ? { ...answer, takenAt } : { ...known.get(id), ...answer });
      if (!this.#underWay.get(id)) this.#staleAt.set(id, now + staleAfterMs(answer));
      this.#underWay.delete(id);
    }
    this.#known = known;
    this.#tell();
  }

  /** After a change, or for another attempt: to be read again as soon as somebody looks. */
  outdate(ids: readonly string[]): void {
    for (const id of ids) {
      this.#staleAt.delete(id);
      if (this.#underWay.has(id)) this.#underWay.set(id, true);
    }
    this.#tell();
  }

  /** @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function staleAfterMs(answer: { total: number } | { failure: ClientFailure }): number {
  if ('total' in answer || answer.failure.code !== 'rate-limited') return freshMs;
  return 1_000 * (answer.failure.retryAfterSeconds ?? QUOTA_WINDOW_SECONDS);
}
