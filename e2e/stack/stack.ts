import type { StdioOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { blankEnvironment } from './blank-environment.ts';
import { freePort, type ServerProcess, startProcess, untilReady } from './process.ts';
import { startSandboxProcess } from './sandbox-process.ts';

/** The app and the sandbox, each a process of its own, on two sites. */
export interface Stack {
  /** On `localhost`. */
  appUrl: string;
  /** On `127.0.0.1`, so that browsers treat it as another site than the app's. */
  sandboxUrl: string;
  clientId: string;
  clientSecret: string;
  databasePath: string;
  app: ServerProcess;
  /** Stops the app's process and starts another with the same database. */
  restartApp(env?: Record<string, string>, stdio?: StdioOptions): Promise<void>;
  /** Starts one more process of the app beside the first. @returns its address */
  startInstance(): Promise<string>;
  stop(): Promise<void>;
}

export interface StackOptions {
  appPort?: number;
  sandboxPort?: number;
  /** Run the development server, which reloads. */
  development?: boolean;
  /** Show the servers' output. */
  inherit?: boolean;
  env?: Record<string, string>;
}

/** The command of `npm start`, without the developer's own `.env`. */
export const startCommand = packageJson.scripts.start
  .split(' ')
  .filter((word) => word !== 'exec' && !word.startsWith('--env-file'));

/** glibc's memory settings, as in the Dockerfile and in the systemd unit of docs/operations.md. */
export const allocatorSettings = 'glibc.malloc.arena_max=1:glibc.malloc.trim_threshold=131072';

/** Starts both servers on free ports with fresh secrets and an empty database. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { development = false, inherit = false } = options;
  const folder = await mkdtemp(join(tmpdir(), 'customer-segments-'));
  const clientId = `client${randomBytes(8).toString('hex')}`;
  const clientSecret = randomBytes(32).toString('hex');
  const appPort = await freePort(options.appPort);
  const appUrl = `http://localhost:${appPort}`;

  const { url: sandboxUrl, server: sandbox } = await startSandboxProcess({
    clientId,
    clientSecret,
    appUrl,
    port: options.sandboxPort,
    watch: development,
    inherit: development && inherit,
  });

  const servers = [sandbox];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  };

  const databasePath = join(folder, 'app.sqlite');
  const env = {
    ...blankEnvironment('.'),
    APP_URL: appUrl,
    BIGCOMMERCE_CLIENT_ID: clientId,
    BIGCOMMERCE_CLIENT_SECRET: clientSecret,
    BIGCOMMERCE_API_URL: sandboxUrl,
    BIGCOMMERCE_LOGIN_URL: sandboxUrl,
    CONTROL_PANEL_ORIGINS: sandboxUrl,
    CONTROL_PANEL_SCRIPT_URL: `${sandboxUrl}/jssdk/bc-sdk.js`,
    TOKEN_ENCRYPTION_KEYS: `demo:${randomBytes(32).toString('base64')}`,
    DATABASE_URL: `file:${databasePath}`,
    GLIBC_TUNABLES: allocatorSettings,
    NEXT_TELEMETRY_DISABLED: '1',
    ...options.env,
  };
  const startApp = async (
    more: Record<string, string> = {},
    port = appPort,
    stdio: StdioOptions = 'pipe',
  ) => {
    const app = startProcess({
      command: process.execPath,
      args: development
        ? [
            'node_modules/next/dist/bin/next',
            'dev',
            '--port',
            String(port),
            '--hostname',
            '127.0.0.1',
          ]
        : startCommand.slice(1),
      env: { ...env, PORT: String(port), ...more },
      mode: development ? 'development' : 'production',
      inherit,
      stdio,
    });
    servers.push(app);
    await untilReady(app, async () => {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`);
      return response.ok ? true : undefined;
    });
    return app;
  };

  const stack: Stack = {
    appUrl,
    sandboxUrl,
    clientId,
    clientSecret,
    databasePath,
    app: await startApp().catch(async (error: unknown) => {
      await stop();
      throw error;
    }),
    async restartApp(more, stdio) {
      await stack.app.stop();
      stack.app = await startApp(more, appPort, stdio);
    },
    async startInstance() {
      const port = await freePort();
      await startApp({}, port);
      return `http://localhost:${port}`;
    },
    stop,
  };
  return stack;
}
