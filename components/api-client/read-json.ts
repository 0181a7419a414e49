import { isRecord } from '@/lib/json/is-record.ts';
import { ApiFailure, type ClientFailure, isFailureCode } from '../failures/client-failure.ts';

/**
 * Reads JSON from the app's own API.
 * @throws ApiFailure unless the answer is 2xx with a JSON body; `network` if the signal aborts it
 */
export async function readJson(
  path: string,
  token: string,
  signal?: AbortSignal,
): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      headers: { authorization: `Bearer ${token}` },
      cache: 'no-store',
      signal: signal ?? null,
    });
    text = await response.text();
  } catch {
    throw new ApiFailure({ code: 'network' });
  }
  const body = parse(text);
  if (!response.ok) throw new ApiFailure(failureIn(body, response));
  if (body === undefined) throw new ApiFailure({ code: 'unavailable' });
  return body;
}

function failureIn(body: unknown, response: Response): ClientFailure {
  const error = errorIn(body);
  const code = error?.code;
  const seconds = error?.retryAfterSeconds ?? Number(response.headers.get('Retry-After'));
  return {
    code: isFailureCode(code) ? code : codeOfStatus(response.status),
    ...(typeof error?.detail === 'string' ? { detail: error.detail } : {}),
    ...(typeof seconds === 'number' && seconds > 0 ? { retryAfterSeconds: seconds } : {}),
  };
}

function errorIn(body: unknown): Record<string, unknown> | undefined {
  return isRecord(body) && isRecord(body.error) ? body.error : undefined;
}

/** The failure in the text of an answer of the app; undefined for any other text. */
export function failureOfText(text: string): ClientFailure | undefined {
  const code = errorIn(parse(text))?.code;
  return isFailureCode(code) ? { code } : undefined;
}

function codeOfStatus(status: number): ClientFailure['code'] {
  if (status === 401) return 'session-ended';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'unexpected';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
