type Task = () => void;

/** Lets a number of tasks run at once. The urgent go before the others, else who came first. */
export class Slots {
  #free: number;
  readonly #urgent: Task[] = [];
  readonly #waiting: Task[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(priority: 'urgent' | 'usual', task: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>();
    (priority === 'urgent' ? this.#urgent : this.#waiting).push(resolve);
    this.#next();
    await promise;
    try {
      return await task();
    } finally {
      this.#free += 1;
      this.#next();
    }
  }

  #next(): void {
    if (this.#free === 0) return;
    const start = this.#urgent.shift() ?? this.#waiting.shift();
    if (start === undefined) return;
    this.#free -= 1;
    start();
  }
}
