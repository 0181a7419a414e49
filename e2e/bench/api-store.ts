import { Connection } from '../../lib/bigcommerce/client/connection.ts';
import { StoreRegistry } from '../../lib/bigcommerce/client/store-state.ts';
import { SandboxControl } from '../sandbox/control-client.ts';
import { auroraHash } from '../sandbox/seed/stores.ts';
import { startSandboxProcess } from '../stack/sandbox-process.ts';

/** A store of the sandbox, for measurements of the app's API client alone. */
export interface ApiStore {
  sandbox: SandboxControl;
  hash: string;
  /** A connection of a screen with fresh state, as in a newly started process. */
  connect(options?: ConstructorParameters<typeof StoreRegistry>[0]): Connection;
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
    connect: (options) =>
      new Connection({
        apiUrl: url,
        storeHash: auroraHash,
        accessToken,
        registry: new StoreRegistry(options),
        timing: { action: Number.POSITIVE_INFINITY },
      }),
    stop: () => server.stop(),
  };
}
