import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import {
  Connection,
  type ConnectionOptions,
  type RequestLogEntry,
} from '../bigcommerce/client/connection.ts';
import { StoreRegistry } from '../bigcommerce/client/store-state.ts';

interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** A string is sent as it is, any other value as JSON. */
  body?: unknown;
}

type Handler = (request: SeenRequest, response: ServerResponse) => Reply | 'hang' | 'cut';

/** An HTTP server for one test file. It answers as each test defines and records the requests. */
export function startTestApi() {
  let server: Server;
  let handler: Handler = () => ({ status: 404 });
  const seen: SeenRequest[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      const { method = '', url = '', headers } = request;
      const entry = { method, url, headers, body: text === '' ? undefined : JSON.parse(text) };
      seen.push(entry);
      answer(handler(entry, response), request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    seen.length = 0;
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  return {
    seen,
    get url(): string {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      return `http://127.0.0.1:${address.port}`;
    },
    handle(next: Handler): void {
      handler = next;
    },
    /** A connection with its own registry that waits neither for jitter nor before reading back. */
    connect(options: Partial<ConnectionOptions> = {}) {
      const log: RequestLogEntry[] = [];
      const connection = new Connection({
        apiUrl: this.url,
        storeHash: 'abc123',
        accessToken: 'canary-token',
        registry: new StoreRegistry({ random: () => 0, leastPauseMs: 0 }),
        log: (entry) => log.push(entry),
        ...options,
        timing: { readBackDelay: 0, ...options.timing },
      });
      return { connection, log };
    },
  };
}

function answer(reply: Reply | 'hang' | 'cut', request: IncomingMessage, response: ServerResponse) {
  if (reply === 'hang') return;
  if (reply === 'cut') {
    request.socket.destroy();
    return;
  }
  const { status = 200, headers = {}, body } = reply;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
}
