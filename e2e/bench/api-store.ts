import { Connection } from '../../lib/bigcommerce/client/connection.ts';
import { StoreRegistry } from '../../lib/bigcommerce/client/store-state.ts';
import { SandboxControl } from '../sandbox/control-client.ts';
import { auroraHash } from '../sandbox/seed/stores.ts';
import { startSandboxProcess } from '../stack/sandbox-process.ts';

/** A store behind a stand-in BigCommerce, to be driven with the app's API client alone. */
export interface ApiStore {
  sandbox: SandboxControl;
  hash: string;
  /** A connection of a process that knows nothing of the store yet, for long work. */
  connect(): Connection;
  stop(): Promise<void>;
}

export async function startApiStore(): Promise<ApiStore> {
  const { url, server } = await startSandboxProcess({
    clientId: 'bench',
    clientSecret: 'bench',
    appUrl: 'http://localhost:9',
  });
  const sandbox = new SandboxControl(url);
  const accessToken = await sandbox.install(auroraHash);
  return {
    sandbox,
    hash: auroraHash,
    connect: () =>
      new Connection({
        apiUrl: url,
        storeHash: auroraHash,
        accessToken,
        lane: 'background',
        registry: new StoreRegistry(),
      }),
    stop: () => server.stop(),
  };
}
