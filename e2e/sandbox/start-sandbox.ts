import { once } from 'node:events';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createApi } from './api/api.ts';
import { createControl } from './control/control-routes.ts';
import { createLogin } from './login/token-endpoint.ts';
import { createPanel } from './panel/panel.ts';
import { createSdk } from './panel/panel-sdk.ts';
import { notFoundPage } from './panel/simple-pages.ts';
import { Sandbox } from './sandbox.ts';
import type { SettingsChange } from './sandbox-settings.ts';

export interface SandboxOptions {
  clientId: string;
  clientSecret: string;
  /** The app's address, which the control interface can change later. */
  appUrl: string;
  /** Any free port if omitted or 0. */
  port?: number;
  settings?: SettingsChange;
}

export interface RunningSandbox {
  /** `http://127.0.0.1:{port}` */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the sandbox on loopback: login, API, control panel and control interface. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { clientId, clientSecret, appUrl, port = 0, settings = {} } = options;
  const sandbox = new Sandbox({ clientId, clientSecret, url: appUrl.replace(/\/$/, '') }, settings);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route('/stores/:hash', createApi(sandbox));
  app.route('/oauth2', createLogin(sandbox));
  app.route('/_sandbox', createControl(sandbox));
  app.route('/jssdk', createSdk());
  app.route('/', createPanel(sandbox));
  app.notFound((c) => c.html(notFoundPage(), 404));

  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port');
  return {
    url: `http://${address.address}:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
