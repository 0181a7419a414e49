import { request } from 'node:http';

export interface PlainAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface PlainRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Sends a request with these headers and no others, as a server does. Node's `fetch` adds
 * `Sec-Fetch-Mode`, by which the app takes it for a browser, and refuses some malformed requests.
 */
export function plainRequest(url: string | URL, options: PlainRequest = {}): Promise<PlainAnswer> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers, agent: false });
    call.on('error', reject);
    call.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('error', reject);
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    call.end(body);
  });
}
