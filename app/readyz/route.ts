import { isDatabaseReady } from '@/lib/database/database.ts';
import { isStopping } from '@/lib/server/lifecycle.ts';

/** Readiness probe: succeeds while the database answers and the process is not shutting down. */
export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const status = await readiness();
  return Response.json(
    { status },
    { status: status === 'ok' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

async function readiness(): Promise<'ok' | 'stopping' | 'database unreachable'> {
  if (isStopping()) return 'stopping';
  return (await isDatabaseReady()) ? 'ok' : 'database unreachable';
}
