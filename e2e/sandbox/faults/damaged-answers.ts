import { setTimeout as wait } from 'node:timers/promises';

const pieces = 10;

/** The kind of HTML page that a proxy or a maintenance screen sends with status 200. */
export function htmlPage(): Response {
  const body =
    '<!doctype html><html lang="en"><title>Maintenance</title><h1>We will be back soon</h1></html>';
  return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

export async function damaged(
  answer: Response,
  change: (body: string) => string,
): Promise<Response> {
  return new Response(bodyAllowed(answer) ? change(await answer.text()) : null, like(answer));
}

/** Sends the body in ten pieces spread over the given time. */
export async function slowly(answer: Response, durationMs: number): Promise<Response> {
  if (!bodyAllowed(answer)) return answer;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent >= bytes.length) return controller.close();
      await wait(durationMs / pieces);
      controller.enqueue(bytes.subarray(sent, sent + size));
      sent += size;
    },
  });
  return new Response(body, like(answer));
}

function like(answer: Response): ResponseInit {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return { status: answer.status, headers };
}

function bodyAllowed({ status }: Response): boolean {
  return status !== 204 && status !== 304;
}
