import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';

/** Start and end in milliseconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

interface Call extends Span {
  storeHash: string;
  requestId: string;
  method: string;
}

const line = z.object({
  msg: z.literal('bigcommerce'),
  time: z.iso.datetime().transform((text) => Date.parse(text)),
  storeHash: z.string(),
  requestId: z.string(),
  method: z.string(),
  durationMs: z.number(),
});

/** The times at which the app waited for BigCommerce, read from the app's log. */
export class CallTimes {
  readonly #byStore = new Map<string, Call[]>();

  /** @param output the app's log */
  constructor(output: Readable) {
    createInterface({ input: output }).on('line', (text) => {
      if (!text.includes('"msg":"bigcommerce"')) return;
      const { time, durationMs, ...call } = line.parse(JSON.parse(text));
      const calls = this.#byStore.get(call.storeHash) ?? [];
      calls.push({ ...call, from: time - durationMs, to: time });
      this.#byStore.set(call.storeHash, calls);
    });
  }

  /** How many milliseconds of a request the app did not spend waiting for BigCommerce. */
  ownTime(request: Span & { storeHash: string; requestId: string }): number {
    const calls = this.#byStore.get(request.storeHash) ?? [];
    const own = calls.filter(({ requestId }) => requestId === request.requestId);
    // A request without calls of its own shared the response to another request's GET.
    const waited = own.length > 0 ? own : calls.filter(({ method }) => method === 'GET');
    return request.to - request.from - overlap(request, waited);
  }
}

/** How many milliseconds of the span the other spans cover together. */
function overlap({ from, to }: Span, spans: readonly Span[]): number {
  let covered = 0;
  let reached = from;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(reached, span.from);
    const end = Math.min(to, span.to);
    if (end <= begin) continue;
    covered += end - begin;
    reached = end;
  }
  return covered;
}
