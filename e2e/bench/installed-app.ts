import { SandboxControl } from '../sandbox/control-client.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { AppClient } from '../support/app-client.ts';
import { Stores } from '../support/known-stores.ts';
import { buildOnce } from './build-once.ts';

/** The built app, running beside the sandbox and installed in one of its stores. */
export interface InstalledApp {
  stack: Stack;
  sandbox: SandboxControl;
  app: AppClient;
  hash: string;
  /** Tokens of several sessions: the rate limit of one is lower than the load measured here. */
  tokens: readonly string[];
  /** The address of BigCommerce's list of segments, and an access token for it. */
  list: { url: string; token: string };
  /** A new `/load` address that opens the app. */
  address(deepLink?: string): Promise<string>;
}

const sessionCount = 10;

export async function startInstalledApp(): Promise<InstalledApp> {
  await buildOnce();
  const stack = await startStack({ env: { LOG_LEVEL: 'warn' } });
  const sandbox = new SandboxControl(stack.sandboxUrl);
  const app = new AppClient(stack);
  const stores = new Stores(sandbox, app);
  await stores.install('aurora');
  const hash = stores.hash('aurora');
  const opened = Array.from({ length: sessionCount }, () => stores.open('aurora'));
  const tokens = (await Promise.all(opened)).map(({ token }) => token);
  await sandbox.set({ quota: 1_000_000 });
  const accessToken = (await sandbox.state(hash)).installation?.accessToken ?? '';
  const url = `${stack.sandboxUrl}/stores/${hash}/v3/segments?page=1&limit=250`;
  return {
    stack,
    sandbox,
    app,
    hash,
    tokens,
    list: { url, token: accessToken },
    address: (deepLink) => sandbox.loadUrl(hash, stores.user('aurora').id, deepLink),
  };
}
