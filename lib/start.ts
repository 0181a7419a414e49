import 'server-only';
import './server/production.ts';
import './bigcommerce/client/plain-fetch.ts';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { ConfigError, config } from './config.ts';
import { database } from './database/database.ts';
import { log } from './log.ts';
import { applyBuiltConfig } from './server/built-config.ts';
import { withClientAddress } from './server/client-address.ts';
import { InFlight } from './server/in-flight.ts';
import { announceStop } from './server/lifecycle.ts';
import { refuseMalformed } from './server/malformed-request.ts';
import { guardOutput } from './server/output.ts';
import { usePublicAddress } from './server/public-address.ts';
import { withRequestLine } from './server/request-line.ts';
import { withRequestSignal } from './server/request-signal.ts';
import { isReadableTarget } from './server/request-target.ts';
import { dropMalformedRouterState } from './server/router-state.ts';
import { baseHeaders, unhandledHeaders } from './server/security-headers.ts';
import { staticFiles } from './server/static-files.ts';
import { stopServer } from './server/stop-server.ts';
import { takeLaunchCode } from './sessions/launch-address.ts';
import { startSweeping } from './sweeper/sweep.ts';
import { stopTelemetry } from './telemetry/telemetry.ts';

/** Longer than a proxy keeps an idle connection: the proxy must be the one to close it. */
const KEEP_ALIVE_MS = 75_000;

/** How long requests may take to finish after the signal to stop and the delay. */
const GRACE_MS = 10_000;

/** How long closing everything may take after that. Then the process is killed. */
const CLOSING_MS = 5_000;

/** How long the end waits for a slow reader of the log. */
const LAST_LINES_MS = 1_000;

/** `npm` and service managers can each send the same signal, so one that follows is not a second. */
const SAME_SIGNAL_MS = 1_000;

const output = guardOutput();

/**
 * Starts the production server. It listens only when configuration, database and Next are ready.
 */
async function start(): Promise<void> {
  const { appUrl, host, port, shutdownDelay, trustedProxyHops } = config();
  const publicUrl = new URL(appUrl);
  const db = await database();
  applyBuiltConfig();
  const app = next({ dev: false, hostname: host, port });
  await app.prepare();
  const handle = staticFiles('.next/static', app.getRequestHandler());
  const requests = new InFlight();
  const staticHeaders = new Headers(baseHeaders(config()));
  const headers = new Headers(unhandledHeaders(config()));
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    response.setHeaders(request.url?.startsWith('/_next/static/') ? staticHeaders : headers);
    usePublicAddress(request, publicUrl);
    dropMalformedRouterState(request);
    takeLaunchCode(request);
    const answer = isReadableTarget(request.url ?? '') ? handle : refuseTarget;
    const handleWithLine = () =>
      withRequestLine(request, response, () => answer(request, response));
    withClientAddress(request, trustedProxyHops, () =>
      withRequestSignal(response, () => requests.add(response, handleWithLine())),
    );
  });
  server.on('clientError', (error, socket) => refuseMalformed(error, socket, headers));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  log.info({ host, port }, 'listening');

  const sweeper = startSweeping();
  const stop = async (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping');
    setTimeout(killSelf, shutdownDelay * 1000 + GRACE_MS + CLOSING_MS);
    announceStop();
    const cutOff = await stopServer(server, requests, {
      delay: shutdownDelay * 1000,
      grace: GRACE_MS,
    });
    await sweeper.stop();
    await app.close();
    await stopTelemetry();
    await db.destroy();
    log[cutOff > 0 ? 'warn' : 'info']({ cutOff }, 'stopped');
    await exit(0);
  };
  let stoppingSince: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== undefined) {
        if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
        return;
      }
      stoppingSince = performance.now();
      stop(signal).catch((error: unknown) => {
        log.fatal({ err: error }, 'the server did not stop');
        return exit(1);
      });
    });
  }
}

async function exit(code: number): Promise<void> {
  await output.written(LAST_LINES_MS);
  const lost = output.lost();
  if (lost > 0) {
    log.warn({ lost }, 'output was lost');
    // The log's own stream can be the one that failed.
    console.error(`${lost} writes to standard output and error were lost.`);
    await output.written(LAST_LINES_MS);
  }
  process.exit(code);
}

async function refuseTarget(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(400).end();
}

/** `process.exit` would wait for threads that a file or a name server holds. */
function killSelf(): void {
  log.fatal('the server did not stop in time');
  process.kill(process.pid, 'SIGKILL');
}

start().catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(error.message);
  else log.fatal({ err: error }, 'the server did not start');
  return exit(1);
});
