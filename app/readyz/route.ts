import { isDatabaseReady } from '@/lib/database/database.ts';

/** The process can serve: its database answers. */
export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const ready = await isDatabaseReady();
  return Response.json(
    { status: ready ? 'ok' : 'database unreachable' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
