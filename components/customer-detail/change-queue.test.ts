import { expect, test } from 'vitest';
import { emptyOverlay, type Overlay, reduceOverlay } from '../api-client/overlay.ts';
import { applyTicks, type Change, ChangeQueue, type Ended, type Sent } from './change-queue.ts';

const lost: Sent = { status: 'unknown', failure: { code: 'network' } };
const refused: Sent = { status: 'failed', failure: { code: 'unavailable' } };
const gone: Sent = { status: 'failed', failure: { code: 'not-found' } };

/**
 * A customer who is in the segments `a` and `b` of a store. A test decides when the store answers.
 */
class Scene {
  inside = new Set(['a', 'b']);
  canRead = true;
  readonly sent: string[] = [];
  readonly ended: string[] = [];
  #overlay: Overlay<boolean> = emptyOverlay;
  #answer = (_: Sent) => {};
  readonly #store = new Set(['a', 'b']);

  readonly #queue = new ChangeQueue({
    send: ({ segmentId, on }) => {
      this.sent.push(`${on ? '+' : '-'}${segmentId}`);
      const { promise, resolve } = Promise.withResolvers<Sent>();
      this.#answer = resolve;
      return promise;
    },
    isIn: (id) => this.inside.has(id),
    reread: async () => {
      if (this.canRead) this.inside = new Set(this.#store);
      return this.canRead;
    },
    dispatch: (action) => {
      this.#overlay = reduceOverlay(this.#overlay, action);
    },
    onEnd: (ended) => this.ended.push(inWords(ended)),
  });

  change(...changes: string[]): void {
    for (const text of changes) this.#queue.add(changeOf(text));
  }

  /** The store makes the change under way and confirms it. */
  async make(): Promise<void> {
    const { segmentId, on } = changeOf(this.sent.at(-1) ?? '');
    on ? this.inside.add(segmentId) : this.inside.delete(segmentId);
    await this.answer({ status: 'done' });
  }

  /** The store makes the change under way, but its answer is lost. */
  async makeWithLostAnswer(): Promise<void> {
    const { segmentId, on } = changeOf(this.sent.at(-1) ?? '');
    on ? this.#store.add(segmentId) : this.#store.delete(segmentId);
    await this.answer(lost);
  }

  async answer(sent: Sent): Promise<void> {
    this.#answer(sent);
    for (let ticks = 0; ticks < 10; ticks += 1) await Promise.resolve();
  }

  get shown(): string {
    return [...applyTicks([...this.inside], this.#overlay)].toSorted().join('');
  }
}

function changeOf(text: string): Change {
  return { segmentId: text.slice(1), on: text.startsWith('+') };
}

function inWords({ segmentId, on, status, others }: Ended): string {
  return `${on ? '+' : '-'}${segmentId} ${status}${others > 0 ? ` with ${others}` : ''}`;
}

test('changes show at once and are sent one after the other, each in a request', async () => {
  const scene = new Scene();
  scene.change('+c', '-a', '+d');
  expect(scene.shown).toBe('bcd');
  expect(scene.sent).toEqual(['+c']);
  await scene.make();
  expect(scene.sent).toEqual(['+c', '-a']);
  await scene.make();
  await scene.make();
  expect(scene.sent).toEqual(['+c', '-a', '+d']);
  expect(scene.ended).toEqual(['+c done', '-a done', '+d done']);
  expect(scene.shown).toBe('bcd');
});

test('a change that is taken back before it is sent is never sent', async () => {
  const scene = new Scene();
  scene.change('+c', '-a', '+a');
  await scene.make();
  expect(scene.sent).toEqual(['+c']);
  expect(scene.shown).toBe('abc');
});

test('a change taken back while under way is undone, and only the undoing is reported', async () => {
  const scene = new Scene();
  scene.change('+c', '-c');
  expect(scene.shown).toBe('ab');
  await scene.make();
  expect(scene.sent).toEqual(['+c', '-c']);
  await scene.make();
  expect(scene.ended).toEqual(['-c done']);
  expect(scene.shown).toBe('ab');
});

test('a refusal takes back the change and all that wait behind it', async () => {
  const scene = new Scene();
  scene.change('+c', '-a', '+d');
  await scene.answer(refused);
  expect(scene.shown).toBe('ab');
  expect(scene.sent).toEqual(['+c']);
  expect(scene.ended).toEqual(['+c failed with 2']);
});

test('a deleted segment does not stop the other changes', async () => {
  const scene = new Scene();
  scene.change('+c', '-a');
  await scene.answer(gone);
  await scene.make();
  expect(scene.ended).toEqual(['+c failed', '-a done']);
  expect(scene.shown).toBe('b');
});

test('after a lost answer, the customer is read again to see how the change ended', async () => {
  const scene = new Scene();
  scene.change('+c');
  await scene.makeWithLostAnswer();
  expect(scene.ended).toEqual(['+c done']);
  expect(scene.shown).toBe('abc');

  scene.change('-a');
  await scene.answer(lost);
  expect(scene.ended).toEqual(['+c done', '-a failed']);
  expect(scene.shown).toBe('abc');
});

test('if that read fails, the change is reported as unknown and can be sent again', async () => {
  const scene = new Scene();
  scene.canRead = false;
  scene.change('+c');
  await scene.makeWithLostAnswer();
  expect(scene.ended).toEqual(['+c unknown']);
  expect(scene.shown).toBe('ab');
  scene.change('-c');
  expect(scene.sent).toEqual(['+c', '-c']);
  await scene.make();
  scene.change('-c');
  expect(scene.sent).toEqual(['+c', '-c']);
});

test('a change can be made after one that failed', async () => {
  const scene = new Scene();
  scene.change('+c');
  await scene.answer(refused);
  scene.change('+c');
  await scene.make();
  expect(scene.ended).toEqual(['+c failed', '+c done']);
  expect(scene.shown).toBe('abc');
});
