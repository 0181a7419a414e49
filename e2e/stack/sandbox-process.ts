import { freePort, type ServerProcess, startProcess, untilReady } from './process.ts';

export interface SandboxOptions {
  clientId: string;
  clientSecret: string;
  appUrl: string;
  port?: number | undefined;
  /** Restart the sandbox when its source changes. */
  watch?: boolean;
  /** Show its output. */
  inherit?: boolean;
}

/** Starts the sandbox as a process of its own. */
export async function startSandboxProcess(
  options: SandboxOptions,
): Promise<{ url: string; server: ServerProcess }> {
  const { clientId, clientSecret, appUrl, port, watch = false, inherit = false } = options;
  const server = startProcess({
    command: process.execPath,
    args: [...(watch ? ['--watch-path=e2e/sandbox'] : []), 'e2e/sandbox/main.ts'],
    env: {
      SANDBOX_PORT: String(await freePort(port)),
      SANDBOX_CLIENT_ID: clientId,
      SANDBOX_CLIENT_SECRET: clientSecret,
      SANDBOX_APP_URL: appUrl,
    },
    inherit,
  });
  const url = await untilReady(
    server,
    async () => server.output().match(/"listening":"([^"]+)"/)?.[1],
  );
  return { url, server };
}
