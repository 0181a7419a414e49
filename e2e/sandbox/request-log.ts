import { z } from 'zod';

export const logEntrySchema = z.object({
  id: z.number(),
  /** `api` and `login` are requests from the app, `callback` is one to the app. */
  kind: z.enum(['api', 'login', 'callback']),
  store: z.string().nullable(),
  method: z.string(),
  /** Path and query. */
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
  /** Requests of the same kind and store in flight when this one started, including itself. */
  inFlight: z.number(),
  fault: z.string().nullable(),
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
  /** `null` while in flight, and if no response was sent or received. */
  status: z.number().nullable(),
});

export type LogEntry = z.infer<typeof logEntrySchema>;
type NewEntry = Pick<LogEntry, 'kind' | 'store' | 'method' | 'path' | 'headers' | 'body'>;

const capacity = 20_000;

/** The last 20,000 requests from and to the app, oldest first. */
export class RequestLog {
  #entries: LogEntry[] = [];
  #open = new Set<LogEntry>();
  #nextId = 1;

  start(request: NewEntry): LogEntry {
    const entry: LogEntry = {
      ...request,
      id: this.#nextId++,
      inFlight: 1 + this.inFlight(request),
      fault: null,
      startedAt: Date.now(),
      finishedAt: null,
      status: null,
    };
    this.#open.add(entry);
    this.#entries.push(entry);
    if (this.#entries.length > capacity) this.#entries.shift();
    return entry;
  }

  finish(entry: LogEntry, status: number | null): void {
    entry.finishedAt = Date.now();
    entry.status = status;
    this.#open.delete(entry);
  }

  inFlight({ kind, store }: Pick<LogEntry, 'kind' | 'store'>): number {
    return [...this.#open].filter((entry) => entry.kind === kind && entry.store === store).length;
  }

  entries(): readonly LogEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
