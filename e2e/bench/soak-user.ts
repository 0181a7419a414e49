import { z } from 'zod';
import { addressIn } from '../../lib/screens/screens.ts';
import type { AppClient } from '../support/app-client.ts';
import { linkTo } from '../support/link-to.ts';
import { actionResult, serverAction } from '../support/server-actions.ts';
import type { Span } from './call-times.ts';

export interface TimedRequest extends Span {
  storeHash: string;
  requestId: string;
  kind: 'list' | Change;
}

/** The report that all users of a soak share. */
export interface SoakReport {
  requests: TimedRequest[];
  /** A message for each wrong response. */
  wrong: string[];
  /** The number of listed rows that belong to another store. */
  foreignRows: number;
}

const segment = z.object({ id: z.string(), name: z.string() });
const list = z.object({ data: z.array(segment) });
const written = z.object({
  ok: z.literal(true),
  data: z.object({ status: z.literal('written'), segment }),
});
const deleted = z.object({
  ok: z.literal(true),
  data: z.array(z.object({ status: z.literal('deleted'), id: z.string() })),
});

const actions = { create: 'createSegment', rename: 'renameSegment', delete: 'deleteSegments' };
type Change = keyof typeof actions;

const now = () => performance.timeOrigin + performance.now();

/** A user who does one action after another and checks each response. */
export class SoakUser {
  /** Maps ids to names of this user's segments. No other user changes them. */
  readonly segments = new Map<string, string>();
  readonly #app: AppClient;
  readonly #report: SoakReport;
  readonly #store: { hash: string; seeded: readonly string[] };
  readonly #token: string;
  readonly #prefix: string;
  readonly #ids: Record<Change, string>;
  #count = 0;

  constructor(
    app: AppClient,
    report: SoakReport,
    user: { store: { hash: string; seeded: readonly string[] }; token: string; id: number },
  ) {
    this.#app = app;
    this.#report = report;
    this.#store = user.store;
    this.#token = user.token;
    this.#prefix = `${user.store.hash} ${user.id} `;
    this.#ids = {
      create: serverAction(actions.create),
      rename: serverAction(actions.rename),
      delete: serverAction(actions.delete),
    };
  }

  /** Lists, or changes one of up to eight segments. @param chance 0 to 1: below 0.6 it lists */
  async act(chance: number): Promise<void> {
    const [id] = this.segments.keys();
    try {
      if (chance < 0.6) await this.#list();
      else if (id === undefined || (chance < 0.75 && this.segments.size < 8)) await this.#create();
      else if (chance < 0.9) await this.#rename(id);
      else await this.#delete(id);
    } catch (error) {
      this.#report.wrong.push(String(error).slice(0, 300));
    }
  }

  async #list(): Promise<void> {
    const text = await this.#timed('list', () => this.#app.segments(this.#token));
    const { data } = list.parse(JSON.parse(text));
    this.#report.foreignRows += data.filter(
      ({ name }) => !name.startsWith(`${this.#store.hash} `),
    ).length;
    const mine = data.filter(({ name }) => name.startsWith(this.#prefix));
    const names = new Set(data.map(({ name }) => name));
    expectSame(
      mine.map(asText),
      [...this.segments].map(([id, name]) => asText({ id, name })),
    );
    expectSame(
      this.#store.seeded.filter((name) => names.has(name)),
      this.#store.seeded,
    );
    if (new Set(data.map(({ id }) => id)).size !== data.length) throw new Error('a row came twice');
  }

  async #create(): Promise<void> {
    const input = { name: this.#newName(), description: 'Made by the soak' };
    const { data } = written.parse(await this.#change('create', input));
    this.segments.set(data.segment.id, input.name);
    expectSame([data.segment.name], [input.name]);
  }

  async #rename(id: string): Promise<void> {
    const input = { id, name: this.#newName(), description: 'Renamed by the soak' };
    const { data } = written.parse(await this.#change('rename', input));
    this.segments.set(id, input.name);
    expectSame([asText(data.segment)], [asText(input)]);
  }

  async #delete(id: string): Promise<void> {
    const answer = await this.#change('delete', { ids: [id] });
    const { data } = deleted.parse(answer);
    this.segments.delete(id);
    expectSame(
      data.map((outcome) => outcome.id),
      [id],
    );
  }

  #newName(): string {
    this.#count += 1;
    return `${this.#prefix}${this.#count}`;
  }

  async #change(kind: Change, input: object): Promise<unknown> {
    const path = addressIn(this.#store.hash, linkTo.segments());
    const send = () => this.#app.action(this.#ids[kind], path, [this.#token, input]);
    return actionResult(await this.#timed(kind, send));
  }

  async #timed(kind: TimedRequest['kind'], send: () => Promise<Response>): Promise<string> {
    const from = now();
    const response = await send();
    const text = await response.text();
    const requestId = response.headers.get('x-request-id') ?? '';
    this.#report.requests.push({ storeHash: this.#store.hash, requestId, kind, from, to: now() });
    if (!response.ok) throw new Error(`${kind}: ${response.status} ${text}`);
    return text;
  }
}

function asText({ id, name }: { id: string; name: string }): string {
  return `${id} ${name}`;
}

/** @throws Error unless both lists have the same items, in any order */
function expectSame(actual: readonly string[], expected: readonly string[]): void {
  const [left, right] = [actual.toSorted().join('\n'), expected.toSorted().join('\n')];
  if (left !== right) throw new Error(`got\n${left}\ninstead of\n${right}`);
}
