import { connect } from 'node:net';

export interface RawRequest {
  method?: string;
  /** Sent as it is: one byte for each character, so none may be above U+00FF. */
  target: string;
  /** Replace the headers that are sent otherwise. */
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}

let requests = 0;

/** How long the app may keep a request without a byte of an answer. */
const SILENCE_MS = 10_000;

/** Sends bytes that no HTTP client would send. @returns the status; 0 if no answer came */
export async function rawRequest(url: string, request: RawRequest): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(url);
  const { method = 'GET', target, headers = {}, body = '' } = request;
  requests += 1;
  const all = {
    host,
    // Behind a proxy each request is another caller's, so that no rate limit hides an answer.
    'x-forwarded-for': `10.${(requests >> 16) & 255}.${(requests >> 8) & 255}.${requests & 255}`,
    ...(body.length > 0 && { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  // Whatever else a request says of the connection, its answer ends with it.
  const lines = [...Object.entries(all), ['connection', 'close']].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const socket = connect(Number(port), hostname);
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('no answer')));
  socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
  if (body.length > 0) socket.write(body);
  const text = (
    await socket
      .setEncoding('latin1')
      .toArray()
      .catch(() => [])
  ).join('');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text };
}

export interface RawAnswer {
  status: number;
  text: string;
}
