import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes that may wait in memory for a slow reader of one stream. What comes after that is lost. */
const MAX_WAITING = 1024 * 1024;

type Done = (error?: Error | null) => void;

/** What became of the process's output. */
export interface Output {
  /** How many writes failed or were dropped, in both streams together. */
  lost(): number;
  /** Resolves when everything has been written, at the latest after the time in milliseconds. */
  written(timeout: number): Promise<void>;
}

/**
 * Lets the process go on when its standard output or error can't be written: a reader that has gone
 * or stalls, a closed terminal, a full disk. It covers everything that prints: the log, Next, Node.
 * When writing is possible again, it goes on.
 */
export function guardOutput(): Output {
  const guarded = [process.stdout, process.stderr].map(guard);
  return {
    lost: () => guarded.reduce((sum, { lost }) => sum + lost(), 0),
    async written(timeout) {
      const all = Promise.all(guarded.map(({ written }) => written()));
      await Promise.race([all, pause(timeout)]);
    },
  };
}

function guard(stream: NodeJS.WriteStream) {
  let lost = 0;
  const write = stream.write.bind(stream);
  // Without a listener, Node would throw the error; Next would print it, which fails again.
  stream.on('error', () => {});
  stopBlocking(stream);
  stream.write = (
    chunk: string | Uint8Array,
    encodingOrDone?: BufferEncoding | Done,
    callback?: Done,
  ) => {
    const isDone = typeof encodingOrDone === 'function';
    const encoding = isDone ? undefined : encodingOrDone;
    const done = isDone ? encodingOrDone : callback;
    if (stream.writableLength > MAX_WAITING) {
      lost += 1;
      if (done) process.nextTick(done);
      return false;
    }
    return write(chunk, encoding, (error) => {
      if (error) lost += 1;
      done?.(error);
    });
  };
  return {
    lost: () => lost,
    written: () => new Promise<void>((resolve) => write('', () => resolve())),
  };
}

/**
 * Node lets the whole process wait for a terminal that takes nothing, as after Ctrl+S. It has no
 * public way to change that.
 */
function stopBlocking(stream: object): void {
  if (!('_handle' in stream)) return;
  const { _handle: handle } = stream;
  if (typeof handle !== 'object' || handle === null || !('setBlocking' in handle)) return;
  if (typeof handle.setBlocking === 'function') handle.setBlocking(false);
}
