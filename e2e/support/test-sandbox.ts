import { afterAll, beforeAll, beforeEach } from 'vitest';
import { SandboxControl } from '../sandbox/control-client.ts';
import { type RunningSandbox, startSandbox } from '../sandbox/start-sandbox.ts';

export const client = {
  clientId: 'client-id-of-the-tests',
  clientSecret: 'client-secret-of-the-tests',
  appUrl: 'http://localhost:9',
};

/** Starts one stand-in for the test file, and resets it before each test. */
export function sandboxForTests() {
  let running: RunningSandbox;
  let control: SandboxControl;
  beforeAll(async () => {
    running = await startSandbox(client);
    control = new SandboxControl(running.url);
  });
  beforeEach(() => control.reset());
  afterAll(() => running.close());

  return {
    get url() {
      return running.url;
    },
    get control() {
      return control;
    },
    /** Installs the app and returns a function that calls the store's API with the token. */
    async api(storeHash: string, scopes?: string[]) {
      const token = await control.install(storeHash, scopes);
      return storeApi(running.url, storeHash, token);
    },
  };
}

export type StoreApi = ReturnType<typeof storeApi>;

export function storeApi(url: string, storeHash: string, token: string) {
  return (method: string, path: string, body?: unknown, init: RequestInit = {}) =>
    fetch(`${url}/stores/${storeHash}${path}`, {
      method,
      headers: {
        'x-auth-token': token,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...init,
    });
}
