/** A map whose values can also be had as a list, which is made once for many readings. */
export class ListedMap<K, V> extends Map<K, V> {
  #list: readonly V[] | undefined;

  constructor(entries: Iterable<readonly [K, V]> = []) {
    super();
    for (const [key, value] of entries) this.set(key, value);
  }

  /** All values in the order in which they came; another array after each change. */
  get list(): readonly V[] {
    this.#list ??= [...this.values()];
    return this.#list;
  }

  override set(key: K, value: V): this {
    this.#list = undefined;
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    this.#list = undefined;
    return super.delete(key);
  }

  override clear(): void {
    this.#list = undefined;
    super.clear();
  }
}
