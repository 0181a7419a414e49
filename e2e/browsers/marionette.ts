import { connect, type Socket } from 'node:net';
import { z } from 'zod';

const answer = z.tuple([
  z.literal(1),
  z.number(),
  z.object({ error: z.string(), message: z.string() }).nullable(),
  z.object({ value: z.unknown().optional() }).nullable(),
]);

/** A client of Marionette, Firefox's remote protocol, which has WebDriver's commands by name. */
export class Marionette {
  readonly #socket: Socket;
  readonly #packets: AsyncGenerator<unknown>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#packets = packets(socket);
  }

  static async connect(port: number): Promise<Marionette> {
    const marionette = new Marionette(connect(port, '127.0.0.1'));
    await marionette.#next(); // Firefox's greeting
    return marionette;
  }

  /** Sends a command and waits for its result. Callers send one at a time. */
  async send(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    const packet = JSON.stringify([0, 1, command, parameters]);
    this.#socket.write(`${Buffer.byteLength(packet)}:${packet}`);
    const [, , failure, result] = answer.parse(await this.#next());
    if (failure) throw new Error(`${command}: ${failure.error}: ${failure.message}`);
    return result?.value;
  }

  close(): void {
    this.#socket.destroy();
  }

  async #next(): Promise<unknown> {
    const { value, done } = await this.#packets.next();
    if (done) throw new Error('Firefox closed the connection');
    return value;
  }
}

/** Reads packets: each is a length in bytes, a colon and JSON of that length. */
async function* packets(socket: Socket): AsyncGenerator<unknown> {
  let received = Buffer.alloc(0);
  for await (const chunk of socket) {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const start = received.indexOf(':') + 1;
      const end = start + Number.parseInt(received.toString('latin1', 0, start), 10);
      if (start === 0 || received.length < end) break;
      yield JSON.parse(received.toString('utf8', start, end));
      received = received.subarray(end);
    }
  }
}
