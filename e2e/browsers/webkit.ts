import { z } from 'zod';
import { freePort, startProcess, untilReady } from '../stack/process.ts';
import { commands, type Driver } from './web-driver.ts';

const newSession = z.object({ sessionId: z.string() });
const answer = z.object({ value: z.unknown() });
const failure = z.object({ error: z.string(), message: z.string() });

/**
 * Runs WebKitGTK's MiniBrowser until `use` is done. It gives frames of other sites no cookies.
 * @param command its WebDriver program
 */
export async function withWebKit(
  command: string,
  settings: string[],
  use: (webkit: Driver) => Promise<void>,
): Promise<void> {
  await withDisplay(async (env) => {
    const port = await freePort();
    const server = startProcess({ command, args: [`--port=${port}`], env });
    const request = async (method: string, path: string, body?: object): Promise<unknown> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      const { value } = answer.parse(await response.json());
      if (response.ok) return value;
      const { error, message } = failure.parse(value);
      throw new Error(`${path}: ${error}: ${message}`);
    };
    try {
      await untilReady(server, () => request('GET', '/status'));
      const options = { args: ['--automation', ...settings] };
      const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
      const { sessionId } = newSession.parse(await request('POST', '/session', { capabilities }));
      const session = `/session/${sessionId}`;
      await use({
        send(name, parameters) {
          const path = commands[name].replace('{id}', String(parameters.id));
          return request('POST', `${session}/${path}`, parameters);
        },
      }).finally(() => request('DELETE', session));
    } finally {
      await server.stop();
    }
  });
}

/** Uses the existing display or starts a virtual one with Xvfb. */
async function withDisplay(use: (env: Record<string, string>) => Promise<void>): Promise<void> {
  const { DISPLAY, XAUTHORITY } = process.env;
  if (DISPLAY) return use({ DISPLAY, ...(XAUTHORITY && { XAUTHORITY }) });
  const server = startProcess({
    command: 'Xvfb',
    args: ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1280x1024x24'],
    env: {},
  });
  try {
    const display = await untilReady(server, async () => /^\d+$/m.exec(server.output())?.[0]);
    await use({ DISPLAY: `:${display}` });
  } finally {
    await server.stop();
  }
}
