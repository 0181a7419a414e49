/** A map that also offers its values as an array, built once and kept until the next change. */
export class ListedMap<K, V> extends Map<K, V> {
  #list: readonly V[] | undefined;

  constructor(entries: Iterable<readonly [K, V]> = []) {
    super();
    for (const [key, value] of entries) this.set(key, value);
  }

  /** All values in the order of insertion. A change replaces the array. */
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
