/** Collects single items into batches, and gives each item its outcome. */
export class Batcher<Item, Outcome> {
  readonly #size: () => number;
  readonly #send: (items: Item[]) => Promise<readonly Outcome[]>;
  #waiting: { item: Item; settle: PromiseWithResolvers<Outcome> }[] = [];

  /**
   * @param size how many items fill a batch; a full batch is sent at once
   * @param send resolves to one outcome for each item, in the items' order
   */
  constructor(size: () => number, send: (items: Item[]) => Promise<readonly Outcome[]>) {
    this.#size = size;
    this.#send = send;
  }

  add(item: Item): Promise<Outcome> {
    const settle = Promise.withResolvers<Outcome>();
    this.#waiting.push({ item, settle });
    if (this.#waiting.length >= this.#size()) this.flush();
    return settle.promise;
  }

  /** Sends the items that wait, even if they do not fill a batch. */
  flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length > 0) void this.#settle(batch);
  }

  async #settle(batch: { item: Item; settle: PromiseWithResolvers<Outcome> }[]): Promise<void> {
    try {
      const outcomes = await this.#send(batch.map(({ item }) => item));
      for (const [at, { settle }] of batch.entries()) {
        const outcome = outcomes[at];
        if (outcome === undefined) settle.reject(new Error('an item has no outcome'));
        else settle.resolve(outcome);
      }
    } catch (error) {
      for (const { settle } of batch) settle.reject(error);
    }
  }
}
