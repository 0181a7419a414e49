import 'server-only';
import type { FailureCode } from '../failure.ts';

/** How large a request's body may be. The arguments of the app's own actions are far smaller. */
export const MAX_BODY_BYTES = 64 * 1024;
/** How deep a server action's arguments may be nested. Those of the app's own actions are flat. */
const MAX_DEPTH = 8;

interface Refusal {
  status: 400 | 403 | 405 | 413 | 415;
  code: FailureCode;
  message: string;
}

/**
 * Checks a request that would start a server action before Next reads it, because Next answers
 * malformed arguments with 500. Arguments are JSON, as Next's client writes them for texts, lists
 * and records. Forms that work without JavaScript would start actions, too; the app has none.
 * So does it with an origin that is not the app's own.
 * @param request is read if it starts an action; the caller goes on with a copy
 * @param appUrl the app's own origin
 */
export async function refuseAction(request: Request, appUrl: string): Promise<Refusal | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.method !== 'POST' || !request.headers.has('next-action')) {
    return { status: 405, code: 'invalid-input', message: 'Nothing here takes this method.' };
  }
  if ((request.headers.get('origin') ?? appUrl) !== appUrl) {
    return { status: 403, code: 'invalid-input', message: 'Another site sends the request.' };
  }
  if (!/^text\/plain\b/.test(request.headers.get('content-type') ?? '')) {
    return { status: 415, code: 'invalid-input', message: 'The arguments are not text/plain.' };
  }
  const body = await readUpTo(MAX_BODY_BYTES, request);
  if (body === undefined) {
    return {
      status: 413,
      code: 'too-large',
      message: `The request is larger than ${MAX_BODY_BYTES / 1024} KB.`,
    };
  }
  return isArguments(body)
    ? undefined
    : { status: 400, code: 'invalid-input', message: 'The arguments are malformed.' };
}

async function readUpTo(limit: number, request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function isArguments(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body);
    return Array.isArray(value) && isPlain(value, MAX_DEPTH);
  } catch {
    return false;
  }
}

/** Whether React takes a value literally: it holds no references and no `__proto__`. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return /^(?!\$)|^\$\$|^\$undefined$/.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return (
    depth > 0 &&
    !Object.hasOwn(value, '__proto__') &&
    Object.values(value).every((item) => isPlain(item, depth - 1))
  );
}
