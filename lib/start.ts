import 'server-only';
import './production.ts';
import { createServer } from 'node:http';
import next from 'next';
import { ConfigError, config } from './config.ts';
import { database } from './database/database.ts';
import { log } from './log.ts';
import { withRequestSignal } from './request-signal.ts';

/** Starts the production server: configuration, database, Next, and only then the port. */
async function start(): Promise<void> {
  const { host, port } = config();
  const db = await database();
  const app = next({ dev: false, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) =>
    withRequestSignal(response, () => handle(request, response)),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  log.info({ host, port }, 'listening');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(async () => {
        await db.destroy();
        process.exit(0);
      });
      server.closeIdleConnections();
    });
  }
}

start().catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(error.message);
  else log.fatal({ err: error }, 'the server did not start');
  process.exit(1);
});
